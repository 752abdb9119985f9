import { formatNumber } from '../../shared/format/number-format';

const images = (count: number) => (count === 1 ? '1 image' : `${formatNumber(count)} images`);

/** What the export dialog says of the review. */
export const reviewExport = {
  about: {
    'review-csv': {
      name: 'Review table (CSV)',
      says: 'One line for each observation that people made, beside what the machine said, for spreadsheets and R',
    },
  } as Readonly<Record<string, { readonly name: string; readonly says: string }>>,
  useReview: 'Names of the review instead of the machine’s',
  useReviewHint:
    'Reviewed images get your names, with score 1, and your boxes. Other programs then cannot tell both apart. Off, the file is the machine’s own.',
  noReview: 'Nothing is reviewed yet.',
  reviewed: (count: number) => `Names and boxes of the review: ${images(count)}`,
  onlyReviewed: (count: number) => `${images(count)} of which people said something; the others are left out`,
} as const;
