export const storage = {
  title: 'Storage on this computer',
  models: 'Models',
  results: 'App, results and reviews',
  previews: 'Previews',
  used: (used: string, free: string | null) => (free === null ? `${used} used` : `${used} used, ${free} free`),
  free: (free: string) => `${free} free.`,
  persisted: 'The browser has promised to keep it.',
  notPersisted:
    'The browser may clear it when space runs out, and a private window forgets it when closed. Export before that, or ask the browser to keep it.',
  reading: 'Reading how much is stored',
} as const;
