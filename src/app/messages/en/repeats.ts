export const repeats = {
  title: 'Repeat detections',
} as const;
