import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { messages } from '.';
import { readDetails } from './condition-words';
import { conditionMessages } from './conditions';
import { creditMessages } from './credit-messages';
import { labelMessages } from './label-messages';
import { languages, speakLanguage } from './languages';
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
import { spokenParts } from './spoken';

const live = {
  messages,
  conditions: conditionMessages,
  labels: labelMessages,
  referenceCheck: referenceCheckMessages,
  agreementFilter: agreementFilterMessages,
  reviewExport: reviewExportMessages,
  compare: compareMessages,
  merge: mergeMessages,
  similar: similarMessages,
  queue: queueMessages,
  licences: licencesMessages,
  speed: speedMessages,
  reviewFlow: reviewFlowMessages,
  tour: tourMessages,
  reviewModes: reviewModeMessages,
  places: placeMessages,
  credits: creditMessages,
};

type Say = (...values: readonly unknown[]) => unknown;
type Word = string | Say;

/** Every word by its path: `messages.home.title`. */
function wordsOf(value: unknown, path: string, words = new Map<string, Word>()): ReadonlyMap<string, Word> {
  if (typeof value === 'string' || typeof value === 'function') words.set(path, value as Word);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, word] of Object.entries(value)) wordsOf(word, path === '' ? name : `${path}.${name}`, words);
  }
  return words;
}

const english = wordsOf(live, '');

/** Values that a sentence may take; each is told from the others in what the sentence says. */
const samples = (position: number): readonly unknown[] => [
  `Qx${position}z`,
  41 + position,
  1,
  [`Qa${position}z`, `Qb${position}z`],
  true,
  readDetails({ name: 'Qname', own: 'Qown', status: 'Qstatus', role: 'geofence', files: 7, stored: 8, needed: 9000 }),
  { name: 'Qname', count: 43, boxes: 44, detector: 'Qdetector', file: 'Qfile', role: 'geofence' },
  null,
];

/** Ways to call the sentences that take words of the code. */
const CODED_CALLS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'messages.backendFindings.words': [
    [{ code: 'threads', threads: 41 }],
    [{ code: 'no-webgpu' }],
    [{ code: 'no-float16' }],
    [{ code: 'not-finite' }],
    [{ code: 'constant' }],
    [{ code: 'tested-before' }],
    [{ code: 'differs', difference: 0.43, tolerance: 0.42 }],
    [{ code: 'speeds', webgpu: 41, wasm: 42 }],
  ],
  'messages.imageView.toneChanged': [
    ['brightness', 42],
    ['contrast', 42],
    ['gamma', 42],
  ],
  'messages.events.changeWhere': [
    [{ within: 'event', detections: 41, events: 42, images: 0 }],
    [{ within: 'image', detections: 41, events: 0, images: 42 }],
  ],
  'messages.events.because': [[{ within: 'event', step: 'other' }], [{ within: 'image', step: 'same-family' }]],
  'messages.events.smoothedBy': [
    [{ within: 'event', step: 'nondominant' }, 'Qname'],
    [{ within: 'image', step: 'ancestor' }, 'Qname'],
  ],
  'messages.events.card': [[41, 'off']],
  'messages.events.cardChanged': [[41, 'off', 42]],
  'messages.review.done': [
    ['confirm', 41],
    ['merge', 1],
  ],
  'messages.review.undone': [
    ['label', 41],
    ['unreview', 1],
  ],
  'messages.review.redone': [
    ['boxes', 41],
    ['relabel', 1],
  ],
  'messages.models.note': [[{ code: 'coco-classes-assumed', classes: 43 }], [{ code: 'output-is-logits' }]],
  'labels.ownProblem': [
    [{ problem: 'no-name' }, 'Qname'],
    [{ problem: 'own-there' }, 'Qname'],
    [{ problem: 'too-long', length: 44 }, 'Qname'],
  ],
};

/** Ways to call a sentence that English has an answer for: texts, numbers, or what the sentence asks for. */
function callsOf(path: string, say: Say): readonly (readonly unknown[])[] {
  const coded = CODED_CALLS[path];
  if (coded !== undefined) return coded;
  let calls: readonly (readonly unknown[])[] = [[]];
  for (let position = 0; position < say.length; position++) {
    calls = calls.flatMap((call) => samples(position).map((sample) => [...call, sample]));
  }
  return calls.filter((call) => isSaid(textOf(say, call)));
}

/** All text of what a word says; null when it can't say anything of these values. */
function textOf(word: Word, values: readonly unknown[]): string | null {
  if (typeof word === 'string') return word;
  try {
    const said = word(...values);
    return typeof said === 'string' ? said : [...wordsOf(said, '').values()].join('\n');
  } catch {
    return null;
  }
}

const isSaid = (text: string | null): text is string =>
  text !== null && text !== '' && !/undefined|NaN|\[object|=>|null|true/.test(text);

afterEach(() => speakLanguage(languages[0]!));

describe('the list of languages', () => {
  it('begins with English and says each tag once', () => {
    const tags = languages.map(({ tag }) => tag);
    expect(tags[0]).toBe('en');
    expect(new Set(tags).size).toBe(tags.length);
  });

  it('has a line for each folder of words, and a folder for each line', () => {
    const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(languages.map(({ tag }) => tag).toSorted()).toEqual(folders.toSorted());
    for (const { tag, load } of languages) {
      if (load !== null) expect(existsSync(resolve(import.meta.dirname, tag, 'index.ts')), tag).toBe(true);
    }
  });

  it('names each language in its own words', () => {
    for (const { tag, name } of languages) {
      const own = new Intl.DisplayNames(tag, { type: 'language' }).of(tag);
      expect(name.toLowerCase()).toBe(own?.toLowerCase());
    }
  });

  it('all parts of the catalogue are looked at here', () => {
    expect([...spokenParts()].toSorted()).toEqual(Object.keys(live).toSorted());
  });
});

describe.each(languages.filter(({ load }) => load !== null))('$name', (language) => {
  const load = async () => wordsOf((await language.load!()).catalogue, '');
  const listed = resolve(import.meta.dirname, language.tag, 'same-as-english.json');
  const same = JSON.parse(readFileSync(listed, 'utf8')) as readonly string[];

  it('has the words of English, each a text or a sentence with as many values', async () => {
    const words = await load();
    expect([...words.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    expect(words.size).toBeGreaterThan(1500);
    for (const [path, word] of words) expect(typeof word, path).toBe(typeof english.get(path));
  });

  it('says every value that the English sentence says', async () => {
    const words = await load();
    const unsaid: string[] = [];
    for (const [path, say] of english) {
      if (typeof say === 'string') continue;
      const calls = callsOf(path, say);
      expect(calls.length, path).toBeGreaterThan(0);
      for (const call of calls) {
        const expected = textOf(say, call) ?? '';
        const text = textOf(words.get(path)!, call);
        const values = expected.match(/Q[a-z]+\d?z?|\b4\d\b/g) ?? [];
        if (!isSaid(text) || !values.every((value) => text.includes(value))) unsaid.push(`${path}: ${String(text)}`);
      }
    }
    expect(unsaid).toEqual([]);
  });

  it('is not English, but for the words that are listed as the same', async () => {
    const words = await load();
    const equal = [...english].flatMap(([path, word]) => {
      if (path.includes('.combinations.')) return []; // names of keys, which the keyboard of the app knows
      const calls = typeof word === 'string' ? [[]] : callsOf(path, word);
      const isEqual = calls.some((call) => {
        const text = textOf(word, call) ?? '';
        return /[a-z]{2}/.test(text.replaceAll(/Q\w+/g, '')) && text === textOf(words.get(path)!, call);
      });
      return isEqual ? [path] : [];
    });
    expect(equal.toSorted()).toEqual(same.toSorted());
  });

  it('has no English sentence left in another', async () => {
    const left = /(?<![\w«“])(the|and|with|this|have|which|not)(?![\w»”])/i;
    const words = await load();
    const texts = [...words].flatMap(([path, word]) => {
      const say = english.get(path)!;
      const calls = typeof say === 'string' ? [[]] : callsOf(path, say).slice(0, 20);
      return calls.map((call) => `${path}: ${textOf(word, call) ?? ''}`);
    });
    expect(texts.length).toBeGreaterThan(words.size);
    expect(texts.filter((text) => left.test(text.slice(text.indexOf(':'))))).toEqual([]);
  });

  it('is spoken by what was imported before, and English again afterwards', async () => {
    const { common } = messages;
    const before = { save: common.save, photos: common.photos(2), category: messages.images.kinds.vehicle };
    await speakLanguage(language);
    const words = await load();
    expect(common.save).toBe(words.get('messages.common.save'));
    expect(common.save).not.toBe(before.save);
    expect(common.photos(2)).not.toBe(before.photos);
    expect(messages.images.kinds.vehicle).toBe(words.get('messages.images.kinds.vehicle'));
    await speakLanguage(languages[0]!);
    expect({ save: common.save, photos: common.photos(2), category: messages.images.kinds.vehicle }).toEqual(before);
  });
});
