import { expect, it } from 'vitest';
import type { OpenSurvey } from '../../state/app-state';
import type { RunMode } from '../../../domain/survey';
import { startStateOf, type StartState } from './start-state';

interface Part {
  readonly counts?: readonly [listed: number, done: number];
  readonly run?: string;
  readonly folder?: string;
  readonly found?: number;
  readonly parts?: readonly string[] | null;
  readonly mode?: RunMode;
  readonly files?: readonly ('detections' | 'classifications')[];
  readonly lacking?: number;
}

function survey({
  counts = [10, 0],
  run = 'idle',
  folder = 'connected',
  found,
  parts,
  mode = 'species',
  files = [],
}: Part): OpenSurvey {
  const has = parts ?? ['detector', 'classifier'];
  const attached = (name: 'detections' | 'classifications') => (files.includes(name) ? {} : null);
  return {
    survey: { counts: { listed: counts[0], done: counts[1], failed: 0 }, settings: { mode } },
    run: { step: run },
    folder: { step: folder },
    attached: { detections: attached('detections'), classifications: attached('classifications') },
    listing: found === undefined ? { step: 'listed', found: counts[0] } : { step: 'listing', found },
    modelPackage:
      parts === null
        ? null
        : { detector: has.includes('detector') ? {} : null, classifier: has.includes('classifier') ? {} : null },
  } as unknown as OpenSurvey;
}

it.each<[Part, StartState]>([
  [{}, { step: 'start' }],
  [{ counts: [10, 4] }, { step: 'continue' }],
  [{ run: 'paused' }, { step: 'continue' }],
  [{ run: 'running' }, { step: 'going' }],
  [{ counts: [10, 10] }, { step: 'finished' }],
  [{ counts: [10, 10], found: 12 }, { step: 'continue' }],
  [{ parts: null }, { step: 'blocked', by: 'package' }],
  [{ parts: ['detector'] }, { step: 'blocked', by: 'mode' }],
  [{ folder: 'disconnected' }, { step: 'blocked', by: 'folder' }],
  [{ counts: [0, 0] }, { step: 'blocked', by: 'photos' }],
  [
    { counts: [0, 0], found: 0 },
    { step: 'blocked', by: 'photos' },
  ],
  [{ counts: [0, 0], found: 3 }, { step: 'start' }],
  [{ mode: 'classify-detections' }, { step: 'blocked', by: 'detections-file' }],
  [{ mode: 'classify-detections', files: ['detections'] }, { step: 'start' }],
  [{ mode: 'ensemble' }, { step: 'blocked', by: 'detections-file' }],
  [
    { mode: 'ensemble', files: ['detections'] },
    { step: 'blocked', by: 'classifications-file' },
  ],
  [{ mode: 'ensemble', files: ['detections', 'classifications'], folder: 'disconnected' }, { step: 'start' }],
  [
    { mode: 'ensemble', parts: ['detector'] },
    { step: 'blocked', by: 'mode' },
  ],
  [{ counts: [10, 10], lacking: 3 }, { step: 'continue' }],
  [
    { counts: [10, 10], lacking: 3, folder: 'disconnected' },
    { step: 'blocked', by: 'folder' },
  ],
])('%j', (part, state) => expect(startStateOf(survey(part), part.lacking ?? 0)).toEqual(state));
