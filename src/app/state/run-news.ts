/** Tells the other tabs of this browser what a run here has stored. */
export interface RunNews {
  /** The fact of this photo is safe. */
  tell(surveyId: string, filepath: string): void;
  /** Hears of the other tabs' facts, not of those told here. */
  listen(hear: (surveyId: string, filepath: string) => void): void;
}

const CHANNEL = 'understory-run-news';

/** Opens the channel; it lives as long as the page. */
export function createRunNews(): RunNews {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    tell: (surveyId, filepath) => channel.postMessage([surveyId, filepath]),
    listen(hear) {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (!Array.isArray(data)) return;
        const [surveyId, filepath] = data as unknown[];
        if (typeof surveyId === 'string' && typeof filepath === 'string') hear(surveyId, filepath);
      });
    },
  };
}
