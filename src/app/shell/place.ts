import { matchRoute, useRouter } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { REFINE_SCREENS, REVIEW_SCREENS, routePatterns, type ReviewScreenName } from '../state/routes';

/** Screens of a survey that need no more than its id in their address. */
const PLAIN_SCREENS = ['setup', 'run', 'gallery', 'export', ...REVIEW_SCREENS, ...REFINE_SCREENS] as const;
type PlainSurveyScreen = (typeof PLAIN_SCREENS)[number];

/** Where in the app the person is. */
export type Place =
  | { readonly screen: 'home' | 'models' | 'settings' | 'not-found' }
  | { readonly screen: PlainSurveyScreen; readonly surveyId: string }
  | { readonly screen: 'image'; readonly surveyId: string; readonly filepath: string };

export type SurveyScreen = Extract<Place, { surveyId: string }>['screen'];

/**
 * Reads the address as the browser has it: the router's own location is decoded once already, and a file name with
 * a percent sign would not survive a second time.
 */
export function usePlace(): Place {
  const { parser } = useRouter();
  const [address] = useHashLocation();
  const location = withoutQuery(address);
  return placeOf(location, (pattern) => {
    const [isMatch, params] = matchRoute(parser, pattern, location);
    return isMatch ? params : null;
  });
}

/** What a screen says of itself behind "?" is its own: a place is the same without it. */
export function withoutQuery(address: string): string {
  const at = address.indexOf('?');
  return at === -1 ? address : address.slice(0, at);
}

type Match = (pattern: string) => Readonly<Record<string, string | undefined>> | null;

/** `match` gives the raw parameters of a pattern, or null. Also used for addresses that are not shown. */
export function placeOf(location: string, match: Match): Place {
  if (location === routePatterns.home) return { screen: 'home' };
  if (location === routePatterns.models) return { screen: 'models' };
  if (location === routePatterns.settings) return { screen: 'settings' };
  for (const screen of [...PLAIN_SCREENS, 'image'] as const) {
    const params = match(routePatterns[screen]);
    if (params !== null) return surveyPlace(screen, params) ?? { screen: 'not-found' };
  }
  return { screen: 'not-found' };
}

function surveyPlace(screen: SurveyScreen, params: Readonly<Record<string, string | undefined>>): Place | null {
  const surveyId = decode(params['surveyId']);
  if (surveyId === null) return null;
  if (screen !== 'image') return { screen, surveyId };
  const filepath = decode(params['filepath']);
  return filepath === null ? null : { screen, surveyId, filepath };
}

/** An address cut in the middle of an escape can't be decoded: then it leads nowhere. */
function decode(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Screens under the tab "Review". */
export const isReviewing = (place: Place): place is Place & { readonly screen: ReviewScreenName } =>
  REVIEW_SCREENS.some((screen) => screen === place.screen);

/** Screens under the tab "Refine". */
export const isRefining = ({ screen }: Place): boolean => REFINE_SCREENS.some((name) => name === screen);

export const surveyIdOf = (place: Place): string | null => ('surveyId' in place ? place.surveyId : null);
