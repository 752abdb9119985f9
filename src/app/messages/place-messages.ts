import { places } from './en/places';
import { speakable } from './spoken';

/** The names of places that browsers do not know. Apart from `messages`: they come with their screens, not at the start. */
export const placeMessages = speakable('places', places);
