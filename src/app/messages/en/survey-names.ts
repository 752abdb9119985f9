/** What a survey is called until somebody names it. */
export const surveyNames = {
  demo: 'Demo',
  /** Photos without a folder. */
  photos: 'Photos',
} as const;
