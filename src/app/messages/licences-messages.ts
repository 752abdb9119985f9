import { licences } from './en/licences';
import { speakable } from './spoken';

/** The words of the list of licences. Apart from `messages`: they come with their list, not at the start. */
export const licencesMessages = speakable('licences', licences);
