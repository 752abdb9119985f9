import { labels } from './en/labels';
import { speakable } from './spoken';

/** The words of choosing and naming labels. Apart from `messages`: they come with the screens that need them, not at the start. */
export const labelMessages = speakable('labels', labels);
