import { formatNumber, numberFormat } from '../../shared/format/number-format';
import type { Tone } from '../../shared/images/picture-adjustments';
import { plural } from '../plural';

const factor = (value: number) => `×${numberFormat({ maximumSignificantDigits: 3 }).format(value)}`;

const tones: Readonly<Record<Tone, string>> = {
  brightness: 'Brightness',
  contrast: 'Contrast',
  gamma: 'Dark parts',
};

/** Words for looking closely at a photo: zoom, picture, magnifier, difference, film strip. */
export const imageView = {
  tools: 'Picture tools',
  actual: '1:1',
  keepZoom: 'Keep zoom and place for the next photo',
  zoomed: (percent: string) => `${percent} of the photo’s pixels`,
  picture: 'Picture',
  pictureLong: 'Brightness, contrast, invert',
  pictureHint: 'Only here: files and results stay as they are.',
  tones,
  toneValue: factor,
  invert: 'Invert',
  reset: 'Reset',
  adjusted: (parts: readonly string[]) => `Picture changed: ${parts.join(', ')}`,
  toneChanged: (tone: Tone, value: number) => `${tones[tone].toLowerCase()} ${factor(value)}`,
  inverted: 'inverted',
  showAsItIs: 'Show the picture as it is',
  magnifier: 'Magnifier; hold the key for a look',
  difference: 'Difference to the photo before',
  gain: 'Amplified',
  gainOf: (gain: number) => `×${formatNumber(gain)}`,
  differenceTo: (photo: string, gain: number) =>
    gain === 1 ? `Difference to the photo before, ${photo}` : `Difference to the photo before, ${photo}, ×${gain}`,
  noDifference: {
    loading: 'Difference: reading the photo before',
    first: 'No difference: this is the first photo of its event',
    'no-event': 'No difference: the photo has no capture time, so none is before it',
    size: 'No difference: the photo before has another size',
    unreadable: 'No difference: one of the two photos cannot be shown',
  },
  endDifference: 'Show the photo itself',
  strip: 'Film strip',
  /** Beside the name of the strip: "2 of 12 photos over 34 min". */
  frameOf: (index: number, count: number) =>
    plural(count, { one: '1 photo', other: `${formatNumber(index)} of ${formatNumber(count)} photos` }),
  lasting: (duration: string) => `over ${duration}`,
  noTime: 'No capture time, so no event',
  hideStrip: 'Hide the film strip',
  showStrip: 'Show the film strip',
  frame: (index: number, count: number, words: string) =>
    `Photo ${formatNumber(index)} of ${formatNumber(count)}: ${words}`,
  gap: (duration: string) => `${duration} after the one before`,
  previousFrame: 'Previous photo of the event',
  nextFrame: 'Next photo of the event',
  play: 'Play the event’s photos',
  pause: 'Pause',
  speed: 'Photos per second',
  speedOf: (perSecond: number) => `${formatNumber(perSecond)}/s`,
  playing: (index: number, count: number) => `Playing ${formatNumber(index)} of ${formatNumber(count)}`,
} as const;
