/** One thing that is measured. `work` runs in the page, so it can use nothing but its argument and `window`. */
export interface MeasuredStep {
  readonly name: string;
  /** What is shown meanwhile: an address under the survey's, e.g. `refine/events`; null = the list of surveys. */
  readonly screen: string | null;
  readonly work: (surveyId: string) => Promise<void>;
}

declare global {
  interface Window {
    /** Made by one step for the next ones. */
    otherResult?: File;
  }
}

/** In this order; each goes on with what the one before left. */
export const MEASURED_STEPS: readonly MeasuredStep[] = [
  {
    name: 'opening: facts read, concluded',
    screen: null,
    work: async (surveyId) => {
      const { actions, store } = window.understory!;
      await actions.openSurvey(surveyId);
      while (store.getState().open?.loading !== null) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  },
  {
    name: 'events found again, gap 2 min',
    screen: 'refine/events',
    work: async () => {
      const { actions, store } = window.understory!;
      await actions.changeSurveySettings({ events: { gapSeconds: 120, camera: 'camera-folder' } });
      while (store.getState().open!.events.isFinding) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  },
  {
    name: 'smoothing within photos and events',
    screen: 'refine/events',
    work: async () => {
      const { actions, store } = window.understory!;
      await actions.changeSurveySettings({ smoothing: 'events' });
      while (store.getState().open!.smoothing.isSmoothing) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  },
  {
    name: 'smoothing off',
    screen: 'refine/events',
    work: async () => {
      const { actions, store } = window.understory!;
      await actions.changeSurveySettings({ smoothing: 'off' });
      while (store.getState().open!.images.some(({ smoothed }) => smoothed !== null))
        await new Promise((resolve) => setTimeout(resolve, 5));
    },
  },
  {
    name: 'searching for repeats',
    screen: 'refine/repeats',
    work: async () => {
      const { actions, store } = window.understory!;
      await actions.searchRepeats(store.getState().open!.repeats.options);
    },
  },
  {
    name: 'rejecting all stacks',
    screen: 'refine/repeats',
    work: async () => {
      const { actions, store } = window.understory!;
      await actions.decideRepeats(
        store.getState().open!.repeats.stacks.map(({ id }) => id),
        'rejected',
      );
    },
  },
  {
    name: '(making a file of another result)',
    screen: 'refine/compare',
    work: async () => {
      const parts: Blob[] = [];
      const { images } = window.understory!.store.getState().open!;
      for (let start = 0; start < images.length; start += 500) {
        const records = images.slice(start, start + 500).map(({ filepath, inference }, index) => ({
          filepath: `D:\\${filepath}`,
          detections: inference?.detections?.slice(index % 2),
        }));
        const list = JSON.stringify(records).slice(1, -1);
        parts.push(new Blob([start === 0 ? '{"predictions": [' : ',', list]));
        await new Promise((resolve) => setTimeout(resolve));
      }
      window.otherResult = new File([...parts, ']}'], 'other.json');
    },
  },
  {
    name: 'comparing with it',
    screen: 'refine/compare',
    work: () => window.understory!.actions.compareWithFile(window.otherResult!),
  },
  {
    name: 'comparing again after another place',
    screen: 'refine/compare',
    work: async () => {
      const { actions, store } = window.understory!;
      const { comparison: before } = store.getState();
      await actions.changeSurveySettings({ place: { country: 'KEN', admin1Region: null } });
      for (;;) {
        const { comparison } = store.getState();
        if (comparison !== before && comparison.step === 'compared') return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  },
  {
    name: 'planning to merge it',
    screen: 'refine/merge',
    work: async () => {
      const { actions, store } = window.understory!;
      await actions.mergeFile(window.otherResult!);
      const { merging } = store.getState();
      if (merging.step !== 'offered') throw new Error(JSON.stringify(merging));
    },
  },
];
