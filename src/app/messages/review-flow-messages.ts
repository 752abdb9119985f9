import { reviewFlow } from './en/review-flow';
import { speakable } from './spoken';

/** Words of review that come with its screens, not at the start. */
export const reviewFlowMessages = speakable('reviewFlow', reviewFlow);
