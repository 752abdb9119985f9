export const events = {
  title: 'Events and smoothing',
} as const;
