import { queue } from './en/queue';
import { speakable } from './spoken';

/** The words of the queue of surveys. Apart from `messages`: they come with the first run, not at the start. */
export const queueMessages = speakable('queue', queue);
