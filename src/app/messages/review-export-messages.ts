import { reviewExport } from './en/review-export';
import { speakable } from './spoken';

/** What the export dialog says of the review. Apart from `messages`: it comes with the dialog. */
export const reviewExportMessages = speakable('reviewExport', reviewExport);
