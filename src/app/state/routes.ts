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
  refine: '/survey/:surveyId/refine',
  geofence: '/survey/:surveyId/refine/geofence',
  events: '/survey/:surveyId/refine/events',
  repeats: '/survey/:surveyId/refine/repeats',
  compare: '/survey/:surveyId/refine/compare',
  merge: '/survey/:surveyId/refine/merge',
  export: '/survey/:surveyId/export',
} as const;
