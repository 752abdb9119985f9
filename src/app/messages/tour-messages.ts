import { tour } from './en/tour';
import { speakable } from './spoken';

/** Words of the look around. Apart from `messages`: they come with it, not at the start. */
export const tourMessages = speakable('tour', tour);
