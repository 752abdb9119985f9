import { speed } from './en/speed';
import { speakable } from './spoken';

/** Words of the speed presets and of fast detectors; fetched with the screens that need them. */
export const speedMessages = speakable('speed', speed);
