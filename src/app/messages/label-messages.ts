import { labels } from './en/labels';

/** The words of choosing and naming labels. Apart from `messages`: they come with the screens that need them, not at the start. */
export const labelMessages = labels;
