import type { ImageReview } from '../../domain/review/image-review';
import type { ReviewHistory } from '../../storage/review-store';

/** What another tab did to the reviews of a survey. */
export interface ReviewNewsItem {
  readonly surveyId: string;
  /** What can be undone and redone after it. */
  readonly history: ReviewHistory;
  /** What is said of these images now; null = too much to be told, it is in the store. */
  readonly reviews: readonly (readonly [filepath: string, review: ImageReview | null])[] | null;
}

/** Tells the other tabs of this browser what was said of images here. */
export interface ReviewNews {
  tell(item: ReviewNewsItem): void;
  /** Hears of the other tabs' acts, not of those told here. */
  listen(hear: (item: ReviewNewsItem) => void): void;
}

const CHANNEL = 'understory-review-news';

/** Copied for each tab on the page's thread: more is read from the store by who wants it. */
const MOST_TOLD = 500;

/** Opens the channel; it lives as long as the page. */
export function createReviewNews(): ReviewNews {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    tell: (item) =>
      channel.postMessage({ ...item, reviews: (item.reviews?.length ?? 0) > MOST_TOLD ? null : item.reviews }),
    listen(hear) {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (isItem(data)) hear(data);
      });
    },
  };
}

/** Only tabs of this app can speak here, but perhaps of another version. */
function isItem(data: unknown): data is ReviewNewsItem {
  if (typeof data !== 'object' || data === null || !('surveyId' in data && 'history' in data && 'reviews' in data)) {
    return false;
  }
  const { surveyId, history, reviews } = data;
  const isHistory = typeof history === 'object' && history !== null && 'revision' in history;
  return typeof surveyId === 'string' && isHistory && (reviews === null || Array.isArray(reviews));
}
