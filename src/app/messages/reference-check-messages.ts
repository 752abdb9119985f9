import { referenceCheck } from './en/reference-check';
import { speakable } from './spoken';

/** The words of the check with the reference's photos. Apart from `messages`: they come with their panel, not at the start. */
export const referenceCheckMessages = speakable('referenceCheck', referenceCheck);
