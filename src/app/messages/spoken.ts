import type { SameWords } from './same-words';

/** Words at any depth: text, functions that make text, lists and tables of both. */
type Words = Record<string, unknown>;

const parts = new Map<string, { readonly live: Words; readonly english: Words }>();
let spoken: Readonly<Record<string, object>> = {};

/**
 * A part of the catalogue under its name. What comes back is read like a constant, and says everything in the language
 * that is spoken: `speak` changes it in place. So read words where they are shown; kept elsewhere, they would stay as they are.
 */
export function speakable<English extends object>(name: string, english: English): SameWords<English> {
  const part = { live: {}, english: english as Words };
  parts.set(name, part);
  fill(part.live, part.english);
  fill(part.live, (spoken[name] ?? {}) as Words);
  return part.live as SameWords<English>;
}

/** From now on every part says what the translation says; parts without one, and all of them for {}, speak English. */
export function speak(translation: Readonly<Record<string, object>>): void {
  spoken = translation;
  for (const [name, { live, english }] of parts) fill(live, (translation[name] ?? english) as Words);
}

/** The names of the parts that are loaded, for the test that none lacks a translation. */
export const spokenParts = (): readonly string[] => [...parts.keys()];

function fill(live: Words, words: Words): void {
  for (const [name, word] of Object.entries(words)) {
    if (typeof word === 'object' && word !== null) {
      live[name] ??= Array.isArray(word) ? [] : {};
      fill(live[name] as Words, word as Words);
    } else live[name] = word;
  }
}
