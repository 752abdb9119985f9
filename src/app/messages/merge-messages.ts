import { merge } from './en/merge';
import { speakable } from './spoken';

/** Words of their screens alone; fetched with them. */
export const mergeMessages = speakable('merge', merge);
