import { similar } from './en/similar';
import { speakable } from './spoken';

/** The words of likeness. Apart from `messages`: they come with their screens, not at the start. */
export const similarMessages = speakable('similar', similar);
