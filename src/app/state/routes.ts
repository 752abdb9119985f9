/**
 * Addresses inside the app, behind the "#": they work on every static host, under any sub-path, and offline.
 * A reload returns to the same place; Back goes where the person was.
 */
export const routes = {
  home: '/',
  models: '/models',
  settings: '/settings',
  setup: (surveyId: string) => `/survey/${surveyId}/setup`,
  run: (surveyId: string) => `/survey/${surveyId}/run`,
  gallery: (surveyId: string) => `/survey/${surveyId}/gallery`,
  image: (surveyId: string, filepath: string) => `/survey/${surveyId}/image/${encodeURIComponent(filepath)}`,
  review: (surveyId: string) => `/survey/${surveyId}/review`,
  blankCheck: (surveyId: string) => `/survey/${surveyId}/review/blanks`,
  eventReview: (surveyId: string) => `/survey/${surveyId}/review/events`,
  agreement: (surveyId: string) => `/survey/${surveyId}/review/agreement`,
  uncertainFirst: (surveyId: string) => `/survey/${surveyId}/review/uncertain`,
  speciesReview: (surveyId: string) => `/survey/${surveyId}/review/species`,
  peopleFirst: (surveyId: string) => `/survey/${surveyId}/review/people`,
  refine: (surveyId: string) => `/survey/${surveyId}/refine`,
  geofence: (surveyId: string) => `/survey/${surveyId}/refine/geofence`,
  events: (surveyId: string) => `/survey/${surveyId}/refine/events`,
  repeats: (surveyId: string) => `/survey/${surveyId}/refine/repeats`,
  compare: (surveyId: string) => `/survey/${surveyId}/refine/compare`,
  merge: (surveyId: string) => `/survey/${surveyId}/refine/merge`,
  /** The export dialog lies over the gallery. */
  export: (surveyId: string) => `/survey/${surveyId}/export`,
} as const;

/** Patterns for the router, in the same words. */
export const routePatterns = {
  home: '/',
  models: '/models',
  settings: '/settings',
  setup: '/survey/:surveyId/setup',
  run: '/survey/:surveyId/run',
  gallery: '/survey/:surveyId/gallery',
  image: '/survey/:surveyId/image/:filepath',
  review: '/survey/:surveyId/review',
  blankCheck: '/survey/:surveyId/review/blanks',
  eventReview: '/survey/:surveyId/review/events',
  agreement: '/survey/:surveyId/review/agreement',
  uncertainFirst: '/survey/:surveyId/review/uncertain',
  speciesReview: '/survey/:surveyId/review/species',
  peopleFirst: '/survey/:surveyId/review/people',
  refine: '/survey/:surveyId/refine',
  geofence: '/survey/:surveyId/refine/geofence',
  events: '/survey/:surveyId/refine/events',
  repeats: '/survey/:surveyId/refine/repeats',
  compare: '/survey/:surveyId/refine/compare',
  merge: '/survey/:surveyId/refine/merge',
  export: '/survey/:surveyId/export',
} as const;

/** Screens under the tab "Review". */
export const REVIEW_SCREENS = [
  'review',
  'blankCheck',
  'eventReview',
  'agreement',
  'uncertainFirst',
  'speciesReview',
  'peopleFirst',
] as const satisfies readonly (keyof typeof routes)[];
export type ReviewScreenName = (typeof REVIEW_SCREENS)[number];

/** Screens under the tab "Refine". */
export const REFINE_SCREENS = [
  'refine',
  'geofence',
  'events',
  'repeats',
  'compare',
  'merge',
] as const satisfies readonly (keyof typeof routes)[];
