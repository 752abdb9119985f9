import { describe, expect, it } from 'vitest';
import { routePatterns, routes } from '../state/routes';
import { placeOf, withoutQuery } from './place';

/** What the router does with a pattern: each `:name` is one part of the address, as it stands there. */
function placeAt(location: string) {
  return placeOf(location, (pattern) => {
    const expression = pattern.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)');
    return new RegExp(`^${expression}/?$`).exec(location)?.groups ?? null;
  });
}

type SurveyScreen = {
  [Name in keyof typeof routes]: (typeof routes)[Name] extends (id: string) => string ? Name : never;
}[keyof typeof routes];
/** Those that need no more than the survey's id. */
const screensOfSurvey = Object.entries(routePatterns).flatMap(([screen, pattern]) =>
  pattern.includes(':surveyId') && !pattern.includes(':filepath') ? [screen as SurveyScreen] : [],
);

describe('a place survives its address', () => {
  it.each(['home', 'models', 'settings'] as const)('%s', (screen) => {
    expect(placeAt(routes[screen])).toEqual({ screen });
  });

  it.each(screensOfSurvey)('%s', (screen) => {
    expect(placeAt(routes[screen]('s-1'))).toEqual({ screen, surveyId: 's-1' });
  });

  it('of every screen there is', () => {
    expect(screensOfSurvey.length + 4).toBe(Object.keys(routes).length);
  });

  it.each(['a/b/IMG_0001.JPG', '100% wild/50%25.jpg', 'صور/カメラ #1?.jpg', 'a+b&c=d;e.jpg'])(
    'image %s',
    (filepath) => {
      expect(placeAt(routes.image('s-1', filepath))).toEqual({ screen: 'image', surveyId: 's-1', filepath });
    },
  );
});

it.each(['/nowhere', '/survey/s-1', '/survey/s-1/other', '/survey/s-1/image/%E0%A4%A', '/models/x'])(
  '%s leads nowhere',
  (location) => expect(placeAt(location)).toEqual({ screen: 'not-found' }),
);

it('is the same with the query of its screen', () => {
  expect(placeAt(withoutQuery(`${routes.gallery('s-1')}?sort=newest&text=a/b?c`))).toEqual({
    screen: 'gallery',
    surveyId: 's-1',
  });
  expect(withoutQuery(routes.image('s-1', 'a?b.jpg'))).toBe(routes.image('s-1', 'a?b.jpg'));
});
