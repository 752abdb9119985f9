import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const APP = resolve(import.meta.dirname, '..');
const files = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$|^messages\//.test(path));
const sources = files.map((path) => ({ path, text: readFileSync(resolve(APP, path), 'utf8') }));

/** Names and texts that are the same in every language, or that nobody reads, each with its file. */
const ALLOWED: readonly (readonly [path: string, words: RegExp])[] = [
  ['features/settings/credits.ts', /./], // titles of papers and names of software; the words around them are messages
  ['state/demo.ts', /^Demo$/], // the folder that the demo's photos would have
  ['state/read-import.ts', /^entries of|expected/], // technical text of errors
  ['state/watch-worker.ts', /no answer within|is stuck/],
  ['state/download-file.ts', /^more than … bytes$/],
  ['state/read-name-file.ts', /^Intl .* 'en'/], // reads what files call languages in English
  ['shared/window-drag.ts', /^Files$/], // a type of what is dragged
  ['shared/images/read-label.ts', /^no cv result$/], // a word of the reference program
];

/** Keys as the browser and our commands call them; key caps are named by `messages.keys.names`. */
const KEYS = /^(?:Enter|Space|Esc(?:ape)?|Tab|Home|End|Delete|Backspace|Ctrl|Alt|Shift|Control)$/;

/** Attributes that are read: whatever stands in them is words. Others hold names of the code. */
const READ =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|(?:\w+L|l)abel|\w*[tT]ext|description|heading|hint)$/;

/** Values of the code with spaces in them: selectors, CSS, SVG, link types. */
const CODE = /[[\](){}=<>#]|^(?:xMid|noreferrer)|^[a-z]+ [a-z]\d, /;

const isWords = (text: string) =>
  (/\p{L}{2,}[^\p{L}]* \p{L}/u.test(text) || /^\p{Lu}\p{Ll}+$/u.test(text.trim())) && !CODE.test(text) && !KEYS.test(text); // prettier-ignore

/** Words that do not come from the catalogue, each with its place. */
function strayWords(text: string, path = 'example.tsx'): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const tell = (node: ts.Node, words: string) => {
    if (ALLOWED.some(([file, allowed]) => file === path && allowed.test(words))) return;
    found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${words}`);
  };
  const visit = (node: ts.Node, isRead: boolean): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (isTechnical(node)) return;
    if (ts.isJsxAttribute(node)) {
      if (node.initializer !== undefined) visit(node.initializer, READ.test(node.name.getText()));
      return;
    }
    const fixed = fixedLocale(node);
    if (fixed !== null) tell(node, fixed);
    const words = wordsIn(node);
    const isStray = ts.isJsxText(node) || isRead ? /\p{L}/u.test(words ?? '') : isWords(words ?? '');
    if (words !== null && isStray && !KEYS.test(words)) tell(node, words);
    // What a function or a condition inside of an attribute compares is not what is read.
    ts.forEachChild(node, (child) => visit(child, isRead && !ts.isFunctionLike(node) && !ts.isBinaryExpression(node)));
  };
  visit(source, false);
  return found;
}

/** What an error says is for whoever mends it, and what `detail` and `technical` hold is shown as such. */
function isTechnical(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return /(?:Error|Refusal)$/.test(node.expression.getText());
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword) return true;
  return ts.isPropertyAssignment(node) && /^(?:detail|technical)$/.test(node.name.getText());
}

/** `Intl.X('en')` and `toLocaleString('en')`: what they write stays English. */
function fixedLocale(node: ts.Node): string | null {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return null;
  const name = node.expression.getText();
  const [locale] = node.arguments ?? [];
  if (!/^Intl\.|\.toLocale\w+$/.test(name) || locale === undefined || !ts.isStringLiteralLike(locale)) return null;
  return `Intl ${name} '${locale.text}'`;
}

function wordsIn(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return node.text.trim();
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map((part) => part.text).join('…');
}

describe('no words outside the catalogue', () => {
  it.each([
    ['const a = <p>Photos</p>;'],
    ['const a = <p>{count} photos</p>;'],
    ['const a = <img alt="an animal" />;'],
    ['const a = <button aria-label="close" />;'],
    ['const a = <button aria-label={isOpen ? "close" : messages.home.open} />;'],
    ['const a = <Field label={`photo ${number}`} />;'],
    ['document.title = "All photos";'],
    ['const name = given ?? "Photos";'],
    ['notify(`${count} photos were saved`);'],
    ['new Intl.NumberFormat("en").format(5310);'],
    ['(5310).toLocaleString("en-GB");'],
  ])('finds %s', (code) => {
    expect(strayWords(code)).toHaveLength(1);
  });

  it.each([
    ['const a = <p>{messages.home.title}</p>;'],
    ['const a = <p>{count} · {total}</p>;'],
    ['const a = <button aria-label={messages.common.close} className="a b" shortcut="Ctrl+Enter" />;'],
    ['const a = <Field label={kind === "animal" ? messages.home.title : messages.home.intro} />;'],
    ['throw new Error("the worker closed");'],
    ['if (event.key === "Enter") document.querySelector("main h1, main button");'],
    ['new Intl.NumberFormat(userLocale()).format(5310);'],
  ])('allows %s', (code) => {
    expect(strayWords(code)).toEqual([]);
  });

  it('nowhere in the app', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.flatMap(({ path, text }) => strayWords(text, path))).toEqual([]);
  });

  it('allows no more than is there', () => {
    const unused = ALLOWED.filter(([path, words]) => {
      const text = sources.find((source) => source.path === path)?.text ?? '';
      return !strayWords(text, 'any.tsx').some((place) => words.test(place.slice(place.indexOf(' ') + 1)));
    });
    expect(unused).toEqual([]);
  });
});
