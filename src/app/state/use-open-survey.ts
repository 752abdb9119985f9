import { useEffect } from 'react';
import { useActions, useAppState } from './app-store';
import type { OpenSurvey } from './app-state';

export type OpenedSurvey =
  { readonly step: 'loading' } | { readonly step: 'not-found' } | { readonly step: 'open'; readonly open: OpenSurvey };

/** The survey of an address: opens it after a reload, or when another one was open. */
export function useOpenSurvey(surveyId: string): OpenedSurvey {
  const actions = useActions();
  const isReady = useAppState((state) => state.start.step === 'ready');
  const isKnown = useAppState((state) => state.surveys.some(({ survey }) => survey.id === surveyId));
  const open = useAppState((state) => (state.open?.survey.id === surveyId ? state.open : null));
  const mustOpen = isReady && isKnown && open === null;
  useEffect(() => {
    if (mustOpen) void actions.openSurvey(surveyId);
  }, [mustOpen, actions, surveyId]);
  if (open !== null) return { step: 'open', open };
  return isReady && !isKnown ? { step: 'not-found' } : { step: 'loading' };
}
