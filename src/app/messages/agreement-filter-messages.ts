import { agreementFilter } from './en/agreement-filter';
import { speakable } from './spoken';

/** The gallery's filter by a cell of the table of agreement. Apart from `messages`: it comes with the gallery. */
export const agreementFilterMessages = speakable('agreementFilter', agreementFilter);
