import { tour } from './en/tour';

/** Words of the look around. Apart from `messages`: they come with it, not at the start. */
export const tourMessages = tour;
