import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(ROOT, folder, name));
}

const documents = [join(ROOT, 'README.md'), join(ROOT, 'CHANGELOG.md'), ...filesBelow('docs', /\.md$/)];
const scripts = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts;

describe.each(documents.map((file) => [relative(ROOT, file), file] as const))('%s', (_name, file) => {
  const text = readFileSync(file, 'utf8');

  it('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => link!);
    const broken = links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(resolve(dirname(file), link)));
    expect(broken).toEqual([]);
  });

  it('names commands that are there', () => {
    const commands = [...text.matchAll(/npm (?:run (?:--silent )?)?([a-z][a-z0-9:-]*)/g)].map(([, name]) => name!);
    const unknown = commands.filter(
      (name) => !(name in scripts) && !['ci', 'test', 'start', 'run', 'audit'].includes(name),
    );
    expect(unknown).toEqual([]);
  });
});

describe('every export of a pure folder has a sentence', () => {
  const files = ['src/domain', 'src/vision', 'src/pipeline', 'src/weights', 'src/places'].flatMap((folder) =>
    filesBelow(folder, /\.ts$/).filter((file) => !file.endsWith('.test.ts') && !file.endsWith('.d.ts')),
  );

  it('looks at the folders', () => {
    expect(files.length).toBeGreaterThan(60);
  });

  it.each(files.map((file) => [relative(ROOT, file), file] as const))('%s', (_name, file) => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const silent = source.statements.flatMap((statement) => {
      const isExported = ts.canHaveModifiers(statement)
        ? ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
        : false;
      const hasSentence = (ts.getLeadingCommentRanges(source.text, statement.getFullStart()) ?? []).length > 0;
      return isExported === true && !hasSentence ? [statement.getText().split('\n')[0]!] : [];
    });
    expect(silent).toEqual([]);
  });
});
