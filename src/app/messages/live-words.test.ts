import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { messages } from '.';
import { conditionMessages } from './conditions';
import { creditMessages } from './credit-messages';
import { labelMessages } from './label-messages';
import { placeMessages } from './place-messages';
import { referenceCheckMessages } from './reference-check-messages';
import { agreementFilterMessages } from './agreement-filter-messages';
import { reviewExportMessages } from './review-export-messages';
import { licencesMessages } from './licences-messages';
import { compareMessages } from './compare-messages';
import { mergeMessages } from './merge-messages';
import { similarMessages } from './similar-messages';
import { speedMessages } from './speed-messages';
import { reviewFlowMessages } from './review-flow-messages';
import { queueMessages } from './queue-messages';
import { tourMessages } from './tour-messages';
import { reviewModeMessages } from './review-mode-messages';

/** The parts of the catalogue by the names under which modules import them. */
const catalogue: Readonly<Record<string, unknown>> = {
  messages,
  conditionMessages,
  labelMessages,
  referenceCheckMessages,
  agreementFilterMessages,
  reviewExportMessages,
  compareMessages,
  mergeMessages,
  similarMessages,
  queueMessages,
  licencesMessages,
  speedMessages,
  reviewFlowMessages,
  tourMessages,
  reviewModeMessages,
  placeMessages,
  creditMessages,
};
const APP = resolve(import.meta.dirname, '..');
const files = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|^messages\//.test(path));
const sources = files.map((path) => ({ path, text: readFileSync(resolve(APP, path), 'utf8') }));

/**
 * Words that a module reads while it is loaded, and would go on saying in the language of that moment. Groups of words may have
 * a short name (`const words = messages.home`): they are changed in place. Single words may not.
 */
function frozenWords(text: string, path = 'example.tsx'): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const names = new Map<string, unknown>();
  const found: string[] = [];
  const at = (node: ts.Node) => `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

  const valueOf = (node: ts.Expression): unknown => {
    if (ts.isIdentifier(node)) return names.get(node.text);
    if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return valueOf(node.expression);
    if (ts.isPropertyAccessExpression(node)) return memberOf(valueOf(node.expression), node.name.text);
    if (ts.isElementAccessExpression(node)) {
      const holder = valueOf(node.expression);
      const key = node.argumentExpression;
      // Any of a table's words when the key is only known at run time.
      return ts.isStringLiteral(key)
        ? memberOf(holder, key.text)
        : memberOf(holder, Object.keys(holder ?? {})[0] ?? '');
    }
    return undefined;
  };
  const bind = (name: ts.BindingName, value: unknown): void => {
    if (ts.isIdentifier(name)) {
      if (typeof value === 'object') names.set(name.text, value);
      else if (value !== undefined) found.push(`${at(name)} ${name.text}`);
      return;
    }
    for (const element of name.elements) {
      if (!ts.isBindingElement(element) || !ts.isObjectBindingPattern(name)) continue;
      const key = element.propertyName ?? element.name;
      if (ts.isIdentifier(key)) bind(element.name, memberOf(value, key.text));
    }
  };
  const visit = (node: ts.Node): void => {
    // What is in a function is read when it is called.
    if (ts.isFunctionLike(node) || ts.isTypeNode(node) || ts.isClassLike(node)) return;
    if (ts.isImportDeclaration(node)) {
      const bindings = node.importClause?.namedBindings;
      if (bindings === undefined || !ts.isNamedImports(bindings)) return;
      for (const { name, propertyName } of bindings.elements) {
        const value = catalogue[(propertyName ?? name).text];
        if (value !== undefined) names.set(name.text, value);
      }
      return;
    }
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
      const value = valueOf(node.initializer);
      if (value !== undefined) return bind(node.name, value);
    }
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const value = valueOf(node);
      if (value !== undefined && typeof value !== 'object') found.push(`${at(node)} ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

describe('words are read where they are shown', () => {
  it.each([
    ['const title = messages.home.title;'],
    ['const { title } = messages.home;'],
    ['const { home: { title } } = messages;'],
    ['const words = messages.home;\nconst { title } = words;'],
    ['const rows = [{ label: messages.home.title }];'],
    ['const words = messages.common;\nconst names = keys.map(name(words.categories[kind]));'],
    ['const say = messages.common.photos;'],
  ])('finds %s', (code) => {
    expect(frozenWords(`import { messages } from '../messages';\n${code}`)).toHaveLength(1);
  });

  it.each([
    ['const words = messages.home;'],
    ['const { states, actions } = messages.home;'],
    ['export function Title() { return <h1>{messages.home.title}</h1>; }'],
    ['const name = (kind) => messages.common.categories[kind];'],
  ])('allows %s', (code) => {
    expect(frozenWords(`import { messages } from '../messages';\n${code}`)).toEqual([]);
  });

  it('nowhere is a word kept from the moment a module was loaded', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.filter(({ text }) => text.includes("/messages';")).length).toBeGreaterThan(150);
    expect(sources.flatMap(({ path, text }) => frozenWords(text, path))).toEqual([]);
  });

  it('no screen takes words past the language that is spoken', () => {
    const languageFolder = /from '[^']*\/messages\/[a-z]{2,3}\/[^']+'/;
    expect(sources.filter(({ text }) => languageFolder.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('every part of the catalogue is looked at', () => {
    const parts = readdirSync(import.meta.dirname).filter(
      (path) =>
        /(?<!\.test)\.ts$/.test(path) &&
        path !== 'spoken.ts' &&
        readFileSync(resolve(import.meta.dirname, path), 'utf8').includes('speakable('),
    );
    expect(parts).toHaveLength(Object.keys(catalogue).length);
  });
});
