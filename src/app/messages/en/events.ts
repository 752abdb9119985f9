import type { SmoothingGroup } from '../../../domain/group-smoothing';
import type { SmoothingStep } from '../../../domain/megadetector/smooth-group';
import type { SmoothedClass } from '../../../domain/smoothed-image';
import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

const images = (count: number) => plural(count, { one: '1 image', other: `${formatNumber(count)} images` });
const eventsOf = (count: number) => plural(count, { one: '1 event', other: `${formatNumber(count)} events` });
const boxes = (count: number) => plural(count, { one: '1 box', other: `${formatNumber(count)} boxes` });

const PLACES: Readonly<Record<SmoothedClass['within'], string>> = { image: 'photo', event: 'event' };

/** Why a box has another name; follows "because". */
const reasons = (place: string): Readonly<Record<SmoothingStep, string>> => ({
  other: `the old name says little and the ${place} has one that says more`,
  nondominant: `the majority of the ${place} says so`,
  ancestor: `the ${place} names the same group more exactly`,
  'same-family': `the majority of the ${place} is of the same family`,
});

const smoothingNames = {
  off: 'off',
  images: 'within photos',
  events: 'within photos and events',
} as const;

export const events = {
  title: 'Events and smoothing',
  intro:
    'Photos of one camera close in time are one event. Names that stand alone in a photo or an event can follow the others.',
  events: 'Events',
  gap: 'Longest pause within an event',
  gapPresets: 'Usual pauses',
  gapPreset: (minutes: number) => `${formatNumber(minutes)} min`,
  gapSlider: 'Pause, up to an hour',
  gapSeconds: 'Seconds',
  gapRefused: (most: number) => `Write whole seconds from 0 to ${formatNumber(most)}.`,
  gapHint:
    'A longer pause starts a new event. MegaDetector takes 1 min; to count independent visits, 30 or 60 min are usual.',
  camera: 'What is one camera',
  cameras: { 'camera-folder': 'Camera folder', folder: 'Each folder' },
  cameraHints: {
    'camera-folder': 'Folders that a camera opens when one is full, such as 100RECNX, belong together.',
    folder: 'Each folder that holds photos is a camera of its own.',
  },
  statistics: {
    events: 'events',
    cameras: 'cameras',
    perEvent: (most: number | null) =>
      most === null ? 'images per event' : `images per event, at most ${formatNumber(most)}`,
    untimed: 'without a time',
  },
  waiting: (count: number) =>
    `${images(count)} ${count === 1 ? 'is' : 'are'} not done yet: ${count === 1 ? 'its time is' : 'their times are'} not known.`,
  finding: 'Looking for events',
  found: (count: number) => `${eventsOf(count)} found`,
  smoothing: 'Smoothing',
  smoothingChoice: 'Smooth names',
  levels: {
    off: { title: 'Off', text: 'Every box keeps the name that was concluded for it.' },
    images: {
      title: 'Within photos',
      text: 'The boxes of one photo agree: a rare or vague name follows the frequent one.',
    },
    events: {
      title: 'Within photos and events',
      text: 'First each photo, then each event as one group. Use it when an event is one visit.',
    },
  },
  byRank: 'Compare ranks instead of text',
  byRankHint:
    'MegaDetector takes a name for the wider group of another when its taxonomy text is part of the other’s: chipmunks (tamias) then cover red squirrels (tamiasciurus). With this on, every rank must be the same.',
  onePerImage:
    'This survey has one name for each photo, so only events change anything. A name for each animal is chosen in the set-up.',
  noSpecies: 'This survey has boxes without species names, so there is nothing to smooth.',
  ownAnswer:
    'Facts and conclusions stay as they are. MegaDetector and Timelapse files get the smoothed names, SpeciesNet files the ensemble’s own.',
  busy: 'Smoothing names',
  cannot:
    'Names cannot be smoothed: a label of this survey is not in the form that smoothing reads. Everything stays as it was.',
  details: 'Details',
  lists: 'Lists',
  tabEvents: (count: number | null) => (count === null ? 'Events' : `Events ${formatNumber(count)}`),
  tabChanges: (count: number | null) => (count === null ? 'Changed names' : `Changed names ${formatNumber(count)}`),
  changed: (boxCount: number, imageCount: number) =>
    `${boxes(boxCount)} in ${images(imageCount)} ${boxCount === 1 ? 'has' : 'have'} another name.`,
  changedHint: 'Scores stay as they were.',
  change: (was: string, label: string) => `${was} becomes ${label}`,
  changeWhere: ({ within, detections, images: imageCount, events: eventCount }: SmoothingGroup) =>
    `${boxes(detections)} in ${within === 'event' ? eventsOf(eventCount) : images(imageCount)}`,
  because: ({ within, step }: Pick<SmoothedClass, 'within' | 'step'>) => `because ${reasons(PLACES[within])[step]}`,
  showImages: (count: number) => `Show ${images(count)}`,
  showImagesOf: (count: number, was: string, label: string) => `Show ${images(count)}: ${was} becomes ${label}`,
  moreChanges: (count: number) => `Show ${formatNumber(count)} more, which are rarer`,
  noChangeTitle: 'All names stay',
  noChange: 'In no photo and no event does a name stand against the others.',
  offTitle: 'Smoothing is off',
  offText: 'Choose a kind of smoothing to see here which names would change, and why.',
  columns: { start: 'Start', duration: 'Length', camera: 'Camera', images: 'Images', species: 'Seen', show: 'Gallery' },
  images,
  topFolder: 'The survey’s folder',
  openFirst: (start: string) => `Open the first photo of ${start}`,
  showEvent: (start: string) => `Show the event of ${start} in the gallery`,
  times: (name: string, count: number) => (count === 1 ? name : `${name} ×${formatNumber(count)}`),
  nothingSeen: 'nothing',
  noFactsTitle: 'No photo is done yet',
  noFacts: 'Capture times are read when a photo is analysed. Start the run, then look here again.',
  openRun: 'Set-up',
  noTimesTitle: 'No photo has a capture time',
  noTimes: 'Without times there are no events. Smoothing within photos works all the same.',
  /** In the image view and the gallery. */
  eventChip: (start: string, camera: string) => `Event ${start}, ${camera}`,
  eventChipUnknown: 'One event',
  changeChip: (was: string, label: string) => `${was}, now ${label}`,
  event: 'Event',
  eventOf: (index: number, count: number) => `${formatNumber(index)} of ${formatNumber(count)}`,
  photoOf: (index: number, count: number) => `Photo ${formatNumber(index)} of ${formatNumber(count)}`,
  lasting: (duration: string) => `over ${duration}`,
  noEvent: 'Without a capture time the photo belongs to no event.',
  previousEvent: 'Previous event',
  nextEvent: 'Next event',
  showThisEvent: 'Show this event in the gallery',
  smoothedBy: ({ within, step }: Pick<SmoothedClass, 'within' | 'step'>, name: string) =>
    `makes it ${name}, because ${reasons(PLACES[within])[step]}.`,
  card: (eventCount: number, smoothing: keyof typeof smoothingNames) =>
    `${eventsOf(eventCount)}; smoothing ${smoothingNames[smoothing]}`,
  cardChanged: (eventCount: number, smoothing: keyof typeof smoothingNames, boxCount: number) =>
    `${eventsOf(eventCount)}; smoothing ${smoothingNames[smoothing]}, ${boxes(boxCount)} changed`,
} as const;
