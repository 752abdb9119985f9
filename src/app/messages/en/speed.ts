import { formatNumber, formatPercent } from '../../shared/format/number-format';
import { plural } from '../plural';

const photos = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'photo', other: 'photos' })}`;

/** Words of the speed presets and of fast detectors; fetched with the screens that need them. */
export const speed = {
  title: 'Fast detector',
  of: (name: string) => `Fast detector of ${name}`,
  intro:
    'A second form of this detector that takes less time. It is made on this computer from the detector that is installed, and measured beside it on your own photos. It is never the reference: runs that use it say so, in results and in files.',
  ways: {
    label: 'How',
    int8: {
      name: 'Whole numbers (int8)',
      notOfHalves: 'Not possible: this detector takes its pictures in half precision (float16).',
      says: 'The same detector, computing with small whole numbers. About twice as fast on the processor; a graphics processor gains little.',
    },
    smaller: (side: number) => ({
      name: `Smaller pictures (${side}\u00a0px)`,
      says: 'The same detector on smaller pictures. Small and far animals are lost first.',
    }),
    other: (name: string) => ({ name, says: 'Another detector that is installed.' }),
  },
  makeTitle: 'Make a fast detector',
  make: 'Make a fast detector from this one',
  makeAgain: 'Make another one',
  withSurvey: (name: string, count: number) => `It is made and measured with ${photos(count)} of ${name}.`,
  choosePhotos: 'Choose photos',
  chooseFolder: 'Choose a folder',
  needsPhotos: (fewest: number) =>
    `Choose photos of your cameras, at least ${formatNumber(fewest)}: some set the ranges, the others measure. They stay on this computer and are not kept.`,
  steps: {
    preparing: 'Preparing the detector',
    calibrating: 'Looking at the ranges of its numbers',
    writing: 'Writing the new detector',
    reference: 'Asking the reference detector',
    fast: 'Asking the fast detector',
  },
  progress: 'Making a fast detector',
  facts: {
    madeFrom: 'Made from',
    agreement: 'Agreement',
    conf: 'Largest difference in conf',
    time: 'Time of a picture',
    size: 'Size',
    photos: 'Measured with',
    made: 'Made',
  },
  agreement: (agreeing: number, images: number) =>
    `${formatPercent(images === 0 ? 0 : agreeing / images)}: the same boxes in ${formatNumber(agreeing)} of ${photos(images)}`,
  lost: (missed: number, added: number) =>
    missed + added === 0
      ? 'No box was lost or added.'
      : `${formatNumber(missed)} ${plural(missed, { one: 'box', other: 'boxes' })} of the reference missing, ${formatNumber(added)} added.`,
  withBoxes: (count: number) =>
    `${photos(count)} of them ${plural(count, { one: 'shows', other: 'show' })} something; the others are blank for the reference.`,
  time: (fastMs: number, referenceMs: number) =>
    `${formatNumber(Math.round(fastMs))} ms instead of ${formatNumber(Math.round(referenceMs))} ms`,
  times: (ratio: string) => `${ratio} times as fast`,
  notFaster: 'no faster on this computer',
  slower: 'slower on this computer',
  on: { webgpu: 'graphics processor', wasm: 'processor' },
  photosOf: (name: string, count: number, calibrated: number) =>
    `${photos(count)}${name === '' ? '' : ` of ${name}`}${calibrated === 0 ? '' : `; ranges from ${formatNumber(calibrated)} others`}`,
  madeBy: (date: string, version: string) => `${date}, by version ${version}`,
  remove: 'Remove the fast detector',
  removeTitle: 'Remove the fast detector?',
  removeText: 'Results that were made with it stay, and go on saying so. It can be made again at any time.',
  made: 'The fast detector is ready. It is used only where a survey’s speed is set to Fast.',
  refusals: {
    'too-few-photos': (fewest: number, count: number) =>
      `${formatNumber(count)} readable ${plural(count, { one: 'photo is', other: 'photos are' })} too few: at least ${formatNumber(fewest)} are needed. Nothing was stored.`,
    'too-different': (share: string, least: string) =>
      `It agrees with the reference on ${share} of the photos; less than ${least} is not good enough to stand in for it. Nothing was stored. Other photos, or another way, may do better.`,
    'run-going': 'A survey’s run has the networks, here or in another tab. Make the fast detector when it has ended.',
  },
  cancelled: 'Cancelled. Nothing was stored.',
  busy: 'Another fast detector is being made: one at a time.',
  /** Presets in Set-up. */
  row: 'Speed',
  presets: {
    reference: { name: 'Reference', says: 'Exactly the numbers of the reference’s own program.' },
    fast: {
      name: 'Fast',
      says: (name: string, agreement: string, gain: string) =>
        `${name}: ${gain}. It agreed with the reference on ${agreement} of the photos it was measured with; the rest is lost or different.`,
      none: 'No fast detector yet: it is made from this one, with photos of the survey.',
    },
  },
  perMinute: (count: string) => `About ${count} photos a minute for the detector.`,
  fastMissing: 'Make a fast detector first, or choose Reference.',
  mixed: (fast: number) =>
    `${photos(fast)} of this survey ${plural(fast, { one: 'has boxes', other: 'have boxes' })} of a fast detector. Each photo says what made it.`,
  secondLook: {
    title: 'Second look',
    says: (count: number) =>
      `${photos(count)} of the fast run ${plural(count, { one: 'is', other: 'are' })} doubtful: no animal box of 0.50 or more, in an event that has animals. The reference detector can look at ${plural(count, { one: 'it', other: 'them' })} again; its answer replaces the fast one, and both stay on record. Photos that you reviewed are left alone.`,
    none: 'Nothing is doubtful: a second look would change nothing.',
    done: (count: number) => `${photos(count)} had a second look by the reference detector.`,
    start: (count: number) => `Give ${photos(count)} a second look`,
  },
  /** On the run page. */
  run: { fast: (name: string) => `Fast: ${name}`, secondLook: 'Second look by the reference detector' },
  /** In "Why this label". */
  why: {
    head: 'Speed',
    fast: (name: string, agreement: string) =>
      `The boxes are those of the fast detector ${name}, which agreed with the reference on ${agreement} of the photos it was measured with. They are not the reference’s result.`,
    secondLook: (name: string, before: string) =>
      `Looked at twice: the fast detector ${name} ${before}. The reference detector’s answer stands.`,
    nothing: 'found nothing',
    found: (what: string, conf: string) => `found ${what} of conf ${conf} at best`,
  },
} as const;
