import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useAppState } from '../state/app-store';
import { routes } from '../state/routes';
import { surveyIdOf, type Place } from './place';

/**
 * Dropping or picking a folder opens a survey: the person is taken to its set-up. Opening one by its address changes
 * nothing, the address is there already.
 */
export function useFollowOpened(place: Place) {
  const openId = useAppState((state) => state.open?.survey.id ?? null);
  const [, navigate] = useLocation();
  const shownId = useRef(surveyIdOf(place));
  useEffect(() => {
    shownId.current = surveyIdOf(place);
  });
  useEffect(() => {
    if (openId !== null && openId !== shownId.current) navigate(routes.setup(openId));
  }, [openId, navigate]);
}
