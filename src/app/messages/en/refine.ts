/** The tab "Refine": what can be done with results besides looking at them. */
export const refine = {
  title: 'Refine the results',
  intro:
    'Rules, events and rejected boxes change what is concluded, never what the networks found. All of it can be taken back.',
  open: (name: string) => `Open ${name}`,
  cards: {
    geofence: {
      title: 'Geofence',
      says: 'Which names were held back at this place, why, and what they became. Your own rules over those of the package.',
    },
    events: {
      title: 'Events and smoothing',
      says: 'Photos close in time are one event. Odd names within a photo or an event can follow the majority.',
    },
    repeats: {
      title: 'Repeat detections',
      says: 'A branch that was found ten thousand times: see it once, reject it once.',
    },
    compare: {
      title: 'Compare with another result',
      says: 'A second predictions or MegaDetector file beside this survey: where they agree, where not, by how much.',
    },
    merge: {
      title: 'Merge results of other computers',
      says: 'Parts of the same folder that were analysed elsewhere become one survey.',
    },
  },
} as const;
