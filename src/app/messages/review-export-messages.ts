import { reviewExport } from './en/review-export';

/** What the export dialog says of the review. Apart from `messages`: it comes with the dialog. */
export const reviewExportMessages = reviewExport;
