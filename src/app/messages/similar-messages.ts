import { similar } from './en/similar';

/** The words of likeness. Apart from `messages`: they come with their screens, not at the start. */
export const similarMessages = similar;
