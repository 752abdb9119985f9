import { reviewFlow } from './en/review-flow';

/** Words of review that come with its screens, not at the start. */
export const reviewFlowMessages = reviewFlow;
