/** One thing that is measured. `work` runs in the page, so it can use nothing but its argument and `window`. */
export interface MeasuredStep {
  readonly name: string;
  /** What is shown meanwhile: an address under the survey's, e.g. `refine/events`; null = the list of surveys. */
  readonly screen: string | null;
  readonly work: (surveyId: string) => Promise<void>;
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
];
