import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keys } from './keys';

const APP = join(import.meta.dirname, '..', '..');

const REVIEW = ['Review, wherever images are reviewed'];
const IMAGE = ['Image', 'Image: looking closely'];

/** Where the list of keys tells those of a part of the app: files, by the beginning of their path, and headings. */
const HEADINGS: readonly (readonly [files: string, headings: readonly string[]])[] = [
  ['features/gallery/', ['Gallery', 'Selecting in the gallery', ...REVIEW]],
  ['features/image/', IMAGE],
  ['features/repeats/', ['Repeat detections']],
  ['features/review/', ['Ways to review', ...REVIEW]],
  ['features/run/', ['Run']],
  ['shared/labels/', ['List of labels']],
  ['shared/review/box-editor', ['Boxes that are edited']],
  ['shared/review/use-tile-selection', ['Selecting in the gallery']],
  ['shared/review/', [...REVIEW, 'Boxes that are edited']],
  ['shell/', ['Everywhere']],
];

/** As the list writes them. */
const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  ' ': 'Space',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  '=': '+',
};

const listed = (combination: string) => {
  const [, modifiers = '', key = ''] = /^((?:Ctrl\+|Alt\+|Shift\+)*)(.+)$/s.exec(combination) ?? [];
  return modifiers + (NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key));
};

/** Other words in quotes are not keys. */
const KEY = /^(?:(?:Ctrl|Alt|Shift)\+)*(?:.|Enter|Esc|Space|Tab|Backspace|Delete|Home|End|Page Up|Page Down)$/s;

/** Combinations that a source file writes down: of commands, and of handlers that compare the key itself. */
function combinationsIn(source: string): readonly string[] {
  const lists = [
    ...source.matchAll(/\bkeys: \[([^\]]*'[^']*)\]/g),
    ...source.matchAll(/\bcommand\(\s*'[a-z-]+',[^;]*?\[((?:'[^']+'(?:, )?)+)\]/g),
  ].flatMap(([, list]) => [...list!.matchAll(/'([^']+)'/g)].map(([, key]) => key!));
  const marks = [...source.matchAll(/\bkey: '([A-Z])'/g)].map(([, key]) => key!);
  const single = [
    ...source.matchAll(/\b(?:command|step)\('[a-z-]+', [^;]*?, '([A-Z]|Escape|Arrow[A-Z][a-z]+|\[|\])',/g),
  ].map(([, key]) => key!);
  const compared = [...source.matchAll(/\b(?:event\.)?key(?:\.toLowerCase\(\))? === '([^']+)'/g)].map(
    ([, key]) => key!,
  );
  const cases = /useScreenKeys/.test(source) ? [...source.matchAll(/case '([^']+)':/g)].map(([, key]) => key!) : [];
  return [...lists, ...marks, ...single, ...compared, ...cases].map(listed).filter((one) => KEY.test(one));
}

const files = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !/\.test\.tsx?$/.test(path) && !path.startsWith('messages/'));

const rows = files.flatMap((path) => {
  const headings = HEADINGS.find(([beginning]) => path.startsWith(beginning))?.[1];
  const found = headings === undefined ? [] : combinationsIn(readFileSync(join(APP, path), 'utf8'));
  return found.length === 0 || headings === undefined ? [] : [{ path, headings, found: [...new Set(found)] }];
});

describe('the list of keys', () => {
  it('finds the keys in the sources', () => {
    const all = new Set(rows.flatMap(({ found }) => found));
    for (const key of [
      'C',
      'Shift+C',
      'L',
      'Ctrl+Z',
      'Ctrl+Y',
      '[',
      'X',
      'Ctrl+A',
      'Shift+G',
      '?',
      'Ctrl+K',
      'Q',
      'E',
    ]) {
      expect(all, `is ${key} no longer a key, or is it written in another way?`).toContain(key);
    }
  });

  it.each(rows)('has every key of $path', ({ headings, found }) => {
    const shown = keys.groups
      .filter(({ title }) => headings.includes(title) || title === 'Everywhere')
      .flatMap((group) => group.keys.flatMap(({ combinations }) => combinations));
    const bare = new Set([...shown, ...shown.map((one) => one.replace(/^Shift\+/, ''))]);
    expect(found.filter((combination) => !bare.has(combination))).toEqual([]);
  });
});
