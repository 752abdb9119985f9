import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { onePlaceRules } from '../../../test/one-place-rules';
import { DOG, LION, SMALL_GEOFENCE, SMALL_LABELS, SMALL_TAXONOMY } from '../../../test/small-package';
import type { Detection } from '../../domain/detection';
import type { Inference } from '../../domain/inference';
import { REFERENCE_SETTINGS, type SurveySettings } from '../../domain/survey';
import { createConclusions, type SurveyRules } from '../../pipeline/conclude';
import { NO_EVENTS, NO_SMOOTHING } from './event-state';
import { createEventWork } from './event-work';
import { createSurveyRows } from './survey-rows';

const BOX: Detection = { category: '1', label: 'animal', conf: 0.9, bbox: [0.1, 0.1, 0.2, 0.2] };

function fact(name: string, label: string, second: number): Inference {
  const scores = { classes: [SMALL_LABELS.indexOf(label)], scores: [0.95] };
  return {
    filepath: `A/${name}.jpg`,
    size: { width: 4, height: 3 },
    capturedAt: `2024-05-01T06:30:${String(second).padStart(2, '0')}`,
    detections: [BOX],
    crops: { image: scores, 0: scores, box0: scores },
    failures: [],
    problem: null,
  };
}

const RULES: SurveyRules = onePlaceRules({
  labels: SMALL_LABELS,
  taxonomy: SMALL_TAXONOMY,
  geofence: SMALL_GEOFENCE,
  packageType: 'always_crop',
  mode: 'species',
  place: { country: null, admin1Region: null },
  isGeofenceOn: true,
  isRollupOn: true,
});

/** Five photos of a visit, one of which is called a dog. */
const VISIT = [0, 1, 2, 3, 4].map((second) => fact(String(second), second === 2 ? DOG : LION, second));

function start(change: Partial<SurveySettings> = {}) {
  const rows = createSurveyRows();
  void rows.concludeAll(createConclusions(RULES));
  for (const inference of VISIT) rows.addFact(inference);
  let settings: SurveySettings = { packageId: null, ...REFERENCE_SETTINGS, ...change };
  const told = { events: NO_EVENTS, smoothing: NO_SMOOTHING, rowChanges: 0 };
  const work = createEventWork({
    rows,
    settings: () => settings,
    rules: () => RULES,
    isLoading: () => false,
    tell({ events, smoothing }, areRowsChanged) {
      Object.assign(told, { events, smoothing, rowChanges: told.rowChanges + Number(areRowsChanged) });
    },
  });
  const set = (next: Partial<SurveySettings>) => {
    settings = { ...settings, ...next };
    work.settingsChanged();
  };
  const nameOf = (second: number) => rows.get(`A/${second}.jpg`)?.smoothed?.get(0)?.label ?? null;
  return { rows, work, told, set, nameOf };
}

// The code of smoothing comes with its first use; here it is there from the start.
beforeAll(() => import('./smooth-open-survey'));
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** Messages between pieces of work are real; only waiting is not. */
const settle = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms);
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
};

describe('events and smoothing of the open survey', () => {
  it('are found when facts rest, and smoothed on demand', async () => {
    const { work, told, set, nameOf } = start();
    work.rowsChanged();
    await settle(300);
    work.rowsChanged();
    await settle(400);
    expect(told.events.found).toBeNull(); // they came again meanwhile
    await settle(300);
    expect(told.events.found?.events.map(({ filepaths }) => filepaths.length)).toEqual([5]);
    expect(told.smoothing).toEqual(NO_SMOOTHING);

    set({ smoothing: 'events' });
    await settle(0);
    expect(nameOf(2)).toBe(LION);
    expect(told.smoothing).toMatchObject({ isSmoothing: false, problem: null });
    expect(told.smoothing.outcome?.groups).toMatchObject([
      { was: DOG, label: LION, within: 'event', step: 'nondominant', detections: 1, images: 1, events: 1 },
    ]);
    expect(told.smoothing.outcome?.descriptionOf.get('A/2.jpg')).toBe('domestic dog (1)');
  });

  it('are all back as they were when smoothing is off, at once', async () => {
    const { work, told, set, nameOf } = start({ smoothing: 'events' });
    work.loaded();
    await settle(700);
    expect(nameOf(2)).toBe(LION);
    const before = told.rowChanges;
    set({ smoothing: 'off' });
    expect(told.smoothing).toEqual(NO_SMOOTHING);
    await settle(0);
    expect(nameOf(2)).toBeNull();
    expect(told.rowChanges).toBe(before + 1);
    set({ smoothing: 'events' });
    await settle(0);
    expect(nameOf(2)).toBe(LION);
  });

  it('follow another gap', async () => {
    const { work, told, set, nameOf } = start({ smoothing: 'events' });
    work.loaded();
    await settle(700);
    set({ events: { gapSeconds: 0, camera: 'camera-folder' } });
    await settle(0);
    expect(told.events.found?.events).toHaveLength(5);
    expect(nameOf(2)).toBeNull();
    expect(told.smoothing.outcome).toMatchObject({ detections: 0, groups: [] });
  });

  it('follow conclusions and new facts', async () => {
    const { rows, work, nameOf } = start({ smoothing: 'events' });
    work.loaded();
    await settle(700);
    expect(nameOf(2)).toBe(LION);
    await rows.concludeAll(createConclusions({ ...RULES, rejectedOf: () => new Set([0]) }));
    work.conclusionsChanged();
    expect(nameOf(2)).toBeNull(); // what was smoothed is concluded anew
    await settle(700);
    expect(nameOf(2)).toBeNull();
    await rows.concludeAll(createConclusions(RULES));
    work.conclusionsChanged();
    await settle(700);
    expect(nameOf(2)).toBe(LION);
    rows.addFact(fact('5', DOG, 5));
    work.rowsChanged();
    await settle(700);
    expect([nameOf(2), nameOf(5)]).toEqual([null, null]); // two dogs are no rarity any more
  });

  it('do not wait for ever while facts keep coming', async () => {
    const { work, told } = start();
    for (let ms = 0; ms < 12_000; ms += 300) {
      work.rowsChanged();
      await vi.advanceTimersByTimeAsync(300);
    }
    await settle(0);
    expect(told.events.found?.events).toHaveLength(1);
  });

  it('say why a survey cannot be smoothed', async () => {
    const { told, work, rows, nameOf } = start({ smoothing: 'events' });
    const rules = { ...RULES, labels: SMALL_LABELS.map((label) => (label === DOG ? 'Dog' : label)) };
    await rows.concludeAll(createConclusions(rules));
    work.conclusionsChanged();
    await settle(700);
    expect(told.smoothing.problem).toContain('5 or 7 parts');
    expect(nameOf(2)).toBeNull();
  });

  it('are settled before an export reads the rows', async () => {
    const { work, nameOf } = start({ smoothing: 'events' });
    await work.settled();
    expect(nameOf(2)).toBe(LION);
  });
});
