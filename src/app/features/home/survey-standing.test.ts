import { describe, expect, it } from 'vitest';
import { REFERENCE_SETTINGS, type SurveyState } from '../../../domain/survey';
import type { SurveyCard } from '../../state/app-state';
import { standingOf, type OpenSurveyFacts } from './survey-standing';

function card(state: SurveyState, { done = 0, wasCutOff = false } = {}): SurveyCard {
  return {
    survey: {
      id: 's',
      name: 'North Fork',
      isDemo: false,
      createdAt: 0,
      changedAt: 0,
      settings: { ...REFERENCE_SETTINGS, packageId: null },
      extraLabels: [],
      state,
      counts: { listed: 10, done, failed: 0 },
    },
    wasCutOff,
    previewOf: [],
  };
}

const connected: OpenSurveyFacts = { id: 's', folder: { step: 'connected' } };

describe('one tag and one next step', () => {
  it.each([
    ['new', 'new', 'setUp'],
    ['running', 'running', 'showRun'],
    ['paused', 'paused', 'continueRun'],
    ['stopped', 'stopped', 'continueRun'],
    ['finished', 'finished', 'review'],
  ] as const)('%s', (state, standing, nextStep) => {
    expect(standingOf(card(state), null, false)).toMatchObject({ standing, nextStep });
  });

  it('says cut off before paused, and running in this tab before both', () => {
    const cutOff = card('running', { done: 5, wasCutOff: true });
    expect(standingOf(cutOff, null, false)).toMatchObject({ standing: 'cutOff', nextStep: 'continueRun' });
    expect(standingOf(cutOff, connected, true).standing).toBe('running');
  });

  it('asks for the folder when the open survey has lost it', () => {
    const lost: OpenSurveyFacts = { ...connected, folder: { step: 'disconnected', name: 'TRAPS_04' } };
    expect(standingOf(card('paused', { done: 5 }), lost, false)).toMatchObject({
      standing: 'disconnected',
      nextStep: 'connect',
    });
  });
});
