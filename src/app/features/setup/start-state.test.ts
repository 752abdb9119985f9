import { expect, it } from 'vitest';
import type { OpenSurvey } from '../../state/app-state';
import { startStateOf, type StartState } from './start-state';

interface Part {
  readonly counts?: readonly [listed: number, done: number];
  readonly run?: string;
  readonly folder?: string;
  readonly found?: number;
  readonly parts?: readonly string[] | null;
}

function survey({ counts = [10, 0], run = 'idle', folder = 'connected', found, parts }: Part): OpenSurvey {
  const has = parts ?? ['detector', 'classifier'];
  return {
    survey: { counts: { listed: counts[0], done: counts[1], failed: 0 }, settings: { mode: 'species' } },
    run: { step: run },
    folder: { step: folder },
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
])('%j', (part, state) => expect(startStateOf(survey(part))).toEqual(state));
