import { describe, expect, it } from 'vitest';
import { randomFact } from '../../../test/random-facts';
import { createRandom } from '../../../test/synthetic-inferences';
import { candidatesIn } from '../facts';
import type { CropKey, Inference } from '../inference';
import { ParseError } from '../parse-error';
import { isSameFact } from './is-same-fact';
import { openPackedFacts } from './open-packed-facts';
import { packFacts } from './pack-facts';
import type { PackedFacts } from './packed-facts';

const BOX = { category: '1', label: 'animal', conf: Math.fround(0.87), bbox: [0.1, 0.2, 1 / 3, 0.4] } as const;
const FACT: Inference = {
  filepath: 'a/1.jpg',
  size: { width: 2048, height: 1536 },
  capturedAt: '2024-05-01T06:30:00',
  location: null,
  detections: [BOX],
  faintDetections: [],
  crops: { image: { classes: [3], scores: [0.5] }, box0: { classes: [3, 1], scores: [0.5, Math.fround(0.1)] } },
  failures: [],
  sha256: 'ab'.repeat(32),
  problem: null,
};

/** More than random classes are. */
const LABELS = Array.from({ length: 1_000_000 }, (_, index) => `label ${index}`);

const randomFacts = (seed: number, count: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, number) => randomFact(random, number));
};
/** As the browser stores it and reads it back. */
const stored = (facts: readonly Inference[]) => structuredClone(packFacts(facts));
const readAll = (packed: PackedFacts) => openPackedFacts(packed).facts().map((fact) => fact.read()); // prettier-ignore

describe('packed facts', () => {
  it.each(Array.from({ length: 30 }, (_, seed) => seed))('come back to the last bit: random ones, %i', (seed) => {
    const facts = randomFacts(seed, 40);
    const found = readAll(stored(facts));
    expect(found).toStrictEqual(facts);
    expect(found.map((fact) => JSON.stringify(fact))).toEqual(facts.map((fact) => JSON.stringify(fact)));
    expect(isSameFact(found, facts)).toBe(true);
  });

  it('say without being objects what the objects say', () => {
    const facts = randomFacts(99, 300);
    for (const [index, fact] of openPackedFacts(stored(facts)).facts().entries()) {
      const { filepath, size, capturedAt, failures, problem, speed = null, detections, crops } = facts[index]!;
      const { location = null, isImported = false } = facts[index]!;
      const { boxes } = fact;
      expect([fact.location, fact.isImported]).toStrictEqual([location, isImported]);
      expect({ ...fact, filepath: fact.filepath, capturedAt: fact.capturedAt }).toMatchObject({ filepath, capturedAt });
      expect([fact.size, fact.failures, fact.problem, fact.speed, boxes]).toStrictEqual([size, failures, problem, speed, detections?.length ?? null]); // prettier-ignore
      for (let box = 0; box < (boxes ?? 0); box++) {
        expect([fact.labelOf(box), fact.confOf(box)]).toEqual([detections![box]!.label, detections![box]!.conf]);
      }
      for (let box = 0; box < (boxes ?? 0) + 2; box++) {
        expect(fact.boxCandidatesOf(box, LABELS)).toStrictEqual(fact.candidatesOf(`box${box}`, LABELS));
      }
      for (const key of ['image', '0', '1', 'box0', 'box3', 'box39'] as CropKey[]) {
        expect(fact.scoresOf(key)).toEqual(crops[key]?.scores ?? null);
        expect(fact.candidatesOf(key, LABELS)).toStrictEqual(candidatesIn(crops[key] ?? null, LABELS));
      }
    }
  });

  it('are the same object for as long as somebody holds it', () => {
    const [fact] = openPackedFacts(stored([FACT])).facts();
    const held = fact!.inference;
    expect(held).toStrictEqual(FACT);
    expect(fact!.inference).toBe(held);
    expect(fact!.read()).not.toBe(held);
  });

  it('take little room: no fact of a run is kept as an object, and float32 numbers stay float32', () => {
    const packed = stored([FACT, { ...FACT, filepath: 'b.jpg', detections: null, crops: {} }]);
    expect(packed.others).toEqual([]);
    expect(packed.shapes).toHaveLength(1);
    expect(packed.confs).toBeInstanceOf(Float32Array);
    expect(packed.bboxes).toBeInstanceOf(Float64Array);
  });

  const strange: readonly [string, unknown][] = [
    ['a field that is undefined', { ...FACT, speed: undefined }],
    ['an unknown field', { ...FACT, colour: 'red' }],
    ['an unknown field of a box', { ...FACT, detections: [{ ...BOX, track: 7 }] }],
    ['another label than its category has', { ...FACT, detections: [{ ...BOX, label: 'human' }] }],
    ['an unknown category', { ...FACT, detections: [{ ...BOX, category: '9' }] }],
    ['five numbers in a box', { ...FACT, detections: [{ ...BOX, bbox: [1, 2, 3, 4, 5] }] }],
    ['no boxes but nothing', { ...FACT, detections: undefined }],
    ['a score more than classes', { ...FACT, crops: { 0: { classes: [1], scores: [1, 2] } } }],
    ['a class that is no whole number', { ...FACT, crops: { 0: { classes: [1.5], scores: [1] } } }],
    ['a class that is negative', { ...FACT, crops: { 0: { classes: [-1], scores: [1] } } }],
    ['an unknown crop', { ...FACT, crops: { thumb: { classes: [1], scores: [1] } } }],
    ['a crop with a zero before its number', { ...FACT, crops: { box01: { classes: [1], scores: [1] } } }],
    ['a crop of a number beyond all', { ...FACT, crops: { box40000: { classes: [1], scores: [1] } } }],
    ['no crops', { ...FACT, crops: null }],
    ['an unknown failure', { ...FACT, failures: ['POWER'] }],
    ['failures in another order', { ...FACT, failures: ['DETECTOR', 'CLASSIFIER'] }],
    ['a size that is no number', { ...FACT, size: { width: 1.5, height: 2 } }],
    ['a size of nothing', { ...FACT, size: { width: 0, height: 0, depth: 1 } }],
    ['a time of another form', { ...FACT, capturedAt: '2024' }],
    ['a hash of another length', { ...FACT, sha256: 'ab' }],
    ['a location of -0 and infinity', { ...FACT, location: { latitude: -0, longitude: Infinity } }],
    ['no number among the numbers', { ...FACT, detections: [{ ...BOX, conf: NaN }] }],
    ['many classes', { ...FACT, crops: { 0: { classes: Array(70_000).fill(1), scores: Array(70_000).fill(1) } } }],
  ];
  it.each(strange)('come back whatever they are: %s', (_, given) => {
    const facts = [FACT, given as Inference, { ...FACT, filepath: 'z.jpg' }];
    expect(readAll(stored(facts))).toStrictEqual(facts);
  });

  it('may be none', () => {
    expect(readAll(stored([]))).toEqual([]);
    expect(() => openPackedFacts(stored([])).read(0)).toThrow(RangeError);
  });
});

describe('damaged packed facts', () => {
  const facts = randomFacts(5, 30);
  const packed = packFacts(facts);
  const names = Object.keys(packed) as (keyof PackedFacts)[];

  it.each(names)('are refused without, or with another kind of, %s', (name) => {
    const { [name]: column, ...rest } = packed;
    expect(() => openPackedFacts(rest as PackedFacts)).toThrow(ParseError);
    for (const other of [null, 7, {}, new Int8Array(4), [{}, 1], column]) {
      const open = () => openPackedFacts({ ...packed, [name]: other });
      if (other === column) expect(open).not.toThrow();
      else if (name !== 'others' || !Array.isArray(other)) expect(open).toThrow(ParseError);
    }
  });

  it.each(names)('are refused when %s ends early or is too long', (name) => {
    const column = packed[name];
    const longer = Array.isArray(column) ? [...(column as string[]), 'x'] : null;
    const shorter = column.slice(0, -1);
    // A text that nobody names is no damage, and one less is seen where it is named.
    if (longer !== null && name !== 'shapes' && name !== 'extras') expect(() => openPackedFacts({ ...packed, [name]: longer })).toThrow(ParseError); // prettier-ignore
    if (column.length > 0) expect(() => openPackedFacts({ ...packed, [name]: shorter })).toThrow(ParseError);
  });

  it('are refused, or read without an error of another kind, whatever number is another one', () => {
    const random = createRandom(11);
    const opened = { refused: 0, read: 0 };
    for (let trial = 0; trial < 2000; trial++) {
      const broken = structuredClone(packed);
      const name = names[Math.floor(random() * names.length)]!;
      const column = broken[name];
      if (!ArrayBuffer.isView(column) || column.length === 0) continue;
      column[Math.floor(random() * column.length)] = Math.floor(random() * 70_000);
      try {
        readAll(broken);
        opened.read++;
      } catch (error) {
        expect(error).toBeInstanceOf(ParseError);
        opened.refused++;
      }
    }
    expect(Math.min(opened.read, opened.refused)).toBeGreaterThan(100);
  });

  it.each(['{', '[]', '7', 'null'])('are refused with %s instead of what few images have', (text) => {
    expect(() => openPackedFacts({ ...packed, extras: packed.extras.map(() => text) })).toThrow(ParseError);
  });

  it.each([undefined, null, 7, 'text', []])('are refused when they are %j', (value) => {
    expect(() => openPackedFacts(value as unknown as PackedFacts)).toThrow(ParseError);
  });
});
