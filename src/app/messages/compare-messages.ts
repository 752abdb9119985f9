import { compare } from './en/compare';
import { speakable } from './spoken';

/** Words of their screens alone; fetched with them. */
export const compareMessages = speakable('compare', compare);
