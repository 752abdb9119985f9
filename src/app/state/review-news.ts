import type { ImageReview } from '../../domain/review/image-review';
import type { ReviewHistory } from '../../storage/review-store';
import { createTabNews, type TabNews } from './tab-news';

/** What another tab did to the reviews of a survey. */
export interface ReviewNewsItem {
  readonly surveyId: string;
  /** What can be undone and redone after it. */
  readonly history: ReviewHistory;
  /** What is said of these images now; null = too much to be told, it is in the store. */
  readonly reviews: readonly (readonly [filepath: string, review: ImageReview | null])[] | null;
}

export type ReviewNews = TabNews<ReviewNewsItem>;

/** Copied for each tab on the page's thread: more is read from the store by who wants it. */
const MOST_TOLD = 500;

export function createReviewNews(): ReviewNews {
  const news = createTabNews('understory-review-news', isItem);
  return {
    tell: (item) => news.tell({ ...item, reviews: (item.reviews?.length ?? 0) > MOST_TOLD ? null : item.reviews }),
    listen: (hear) => news.listen(hear),
  };
}

function isItem(data: unknown): data is ReviewNewsItem {
  if (typeof data !== 'object' || data === null || !('surveyId' in data && 'history' in data && 'reviews' in data)) {
    return false;
  }
  const { surveyId, history, reviews } = data;
  const isHistory = typeof history === 'object' && history !== null && 'revision' in history;
  return typeof surveyId === 'string' && isHistory && (reviews === null || Array.isArray(reviews));
}
