import { reviewModes } from './en/review-modes';
import { speakable } from './spoken';

/** The words of the ways to review. Apart from `messages`: they come with their screens, not at the start. */
export const reviewModeMessages = speakable('reviewModes', reviewModes);
