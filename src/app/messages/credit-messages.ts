import { credits } from './en/credits';
import { speakable } from './spoken';

/** The words of the list of licences. Apart from `messages`: they come with their screens, not at the start. */
export const creditMessages = speakable('credits', credits);
