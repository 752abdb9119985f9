import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { randomFact } from '../../../test/random-facts';
import { SMALL_LABELS } from '../../../test/small-package';
import { createRandom, syntheticInferences } from '../../../test/synthetic-inferences';
import type { Inference } from '../../domain/inference';
import { isSameFact } from '../../domain/packed-facts/is-same-fact';
import { isPacked } from '../../domain/packed-facts/packed-fact';
import { plainFact } from '../../domain/packed-facts/stored-fact';
import { emptyReview } from '../../domain/review/image-review';
import { REFERENCE_SETTINGS, type Survey } from '../../domain/survey';
import type { AppState } from './app-state';
import { INITIAL_STATE } from './initial-state';
import { createOpenSession } from './open-session';
import { packRows } from './pack-rows';
import { createSurveyRows, type SurveyRows } from './survey-rows';

const FACTS = [...syntheticInferences({ count: 320, seed: 5, labels: SMALL_LABELS })];

function rowsOf(facts: readonly Inference[]): SurveyRows {
  const rows = createSurveyRows();
  rows.addListed(facts.map(({ filepath }, index) => ({ filepath, size: index, lastModified: 0 })));
  rows.addListed([{ filepath: 'waiting.jpg', size: 7, lastModified: 0 }]);
  for (const fact of facts) rows.addFact(fact);
  return rows;
}

const SURVEY: Survey = {
  ...{ id: 's', name: 'S', isDemo: false, createdAt: 0, changedAt: 0, extraLabels: [], state: 'running' },
  settings: { ...REFERENCE_SETTINGS, packageId: null },
  counts: { listed: 0, done: 0, failed: 0 },
};

const packedPaths = (rows: SurveyRows) =>
  rows.snapshot().flatMap(({ filepath, fact }) => (fact != null && isPacked(fact) ? [filepath] : []));

describe('facts that came as objects', () => {
  it('are packed, and say the same to the last bit in rows that stay the objects they were', async () => {
    const rows = rowsOf(FACTS);
    const before = rows.snapshot();
    await packRows(rows);
    expect(packedPaths(rows)).toEqual(FACTS.map(({ filepath }) => filepath));
    const after = rows.snapshot();
    expect(after.every((row, index) => row === before[index])).toBe(true);
    for (const [index, fact] of FACTS.entries()) expect(isSameFact(after[index]!.inference, fact)).toBe(true);
    expect(after.at(-1)!.fact).toBeNull();
  });

  it('stay what they are where columns do not hold them, and are not tried again', async () => {
    const strange = Array.from({ length: 60 }, (_, number) => ({
      ...randomFact(createRandom(number), number),
      filepath: `strange/${number}.jpg`,
      crops: { thumb: { classes: [number], scores: [1] } } as Inference['crops'],
    }));
    const rows = rowsOf([...FACTS, ...strange]);
    await packRows(rows);
    expect(packedPaths(rows)).toHaveLength(FACTS.length);
    const kept = rows.get('strange/0.jpg')!.fact;
    await packRows(rows);
    expect(rows.get('strange/0.jpg')!.fact).toBe(kept);
    for (const fact of strange) expect(isSameFact(rows.get(fact.filepath)!.inference, fact)).toBe(true);
  });

  it('wait until there are enough of them', async () => {
    const rows = rowsOf(FACTS.slice(0, 49));
    await packRows(rows);
    expect(packedPaths(rows)).toEqual([]);
    rows.addFact(FACTS[49]!);
    await packRows(rows);
    expect(packedPaths(rows)).toHaveLength(50);
  });

  it('may be reviewed, replaced and removed while they are packed, in pieces', async () => {
    const rows = rowsOf(FACTS);
    const packing = packRows(rows); // the first piece is packed, the page may answer
    expect(packedPaths(rows)).toHaveLength(100);
    const [reviewed, replaced, removed] = [FACTS[310]!, FACTS[311]!, FACTS[312]!].map(({ filepath }) => filepath);
    rows.putReviews([[reviewed!, { ...emptyReview(reviewed!), isFlagged: true }]]);
    const later: Inference = { ...FACTS[311]!, detections: null };
    rows.addFact(later);
    rows.removeFacts([removed!]);
    await packing;
    expect(rows.get(reviewed!)).toMatchObject({ review: { isFlagged: true }, inference: FACTS[310] });
    expect(isSameFact(rows.get(replaced!)!.inference, later)).toBe(true);
    expect(rows.get(removed!)!.fact).toBeNull();
    expect(packedPaths(rows)).toHaveLength(FACTS.length - 2); // the later answer waits for others
  });

  it('of an earlier run are packed with those of this one', async () => {
    const rows = rowsOf(FACTS.slice(0, 30));
    for (const fact of FACTS.slice(30, 60)) rows.addStored(plainFact(fact));
    await packRows(rows);
    expect(packedPaths(rows)).toHaveLength(60);
  });
});

describe('facts of a run', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are packed while it goes on, and the screens are told of nothing', async () => {
    const store = createStore<AppState>(() => INITIAL_STATE);
    const session = createOpenSession({ store }, SURVEY);
    for (const fact of FACTS) session.addNewFact(fact);
    session.flush();
    await vi.advanceTimersByTimeAsync(1000); // shown, not yet packed
    const { images } = store.getState().open!;
    await vi.waitFor(() => expect(packedPaths(session.rows)).toHaveLength(FACTS.length), { timeout: 10_000 });
    expect(store.getState().open!.images.every((row, index) => row === images[index])).toBe(true);
    session.close();
  });
});
