import type { BlankCheckGoal } from '../../../domain/review-modes/blank-check-goal';
import type { MissedShare } from '../../../domain/review-modes/missed-share';
import type { TaxonomyLevel } from '../../../domain/prediction';
import type { UncertaintyMeasure } from '../../../domain/review-modes/uncertainty';
import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

const images = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'image', other: 'images' })}`;
const frames = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'frame', other: 'frames' })}`;
const boxes = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'box', other: 'boxes' })}`;
const events = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'event', other: 'events' })}`;

/** The tab "Review": how far it is, and ways to go through the images. */
export const reviewModes = {
  title: 'Review the results',
  intro:
    'What the machine says is a suggestion. Here it is checked by people: a sample, event by event, or the doubtful images first. Each answer can be undone.',
  back: 'Review',
  progress: {
    title: 'How far it is',
    bar: 'Images reviewed',
    done: (done: number, total: number) => `${formatNumber(done)} of ${formatNumber(total)} images reviewed`,
    timeLeft: (duration: string) => `About ${duration} left at your pace`,
    noPace: 'The time left is told after a few more answers.',
    species: 'By species',
    speciesTable: 'How far each species is',
    columns: { species: 'The machine says', reviewed: 'Reviewed', total: 'Images', agreement: 'Agreement' },
    agreementHint: 'Of the reviewed images, the part of which the person says the same.',
    nothingNamed: 'No name',
    more: (count: number) => `Show ${formatNumber(count)} more`,
    none: 'No image has been analysed yet.',
    openRun: 'Go to set-up',
  },
  reviewer: {
    title: 'Who reviews',
    label: 'Your name',
    hint: 'Kept with each answer, on this computer and in files that you save. Empty is fine.',
  },
  cards: {
    blankCheck: {
      title: 'Blank check',
      says: 'How many animals did the machine miss? Look at a random sample of the images that it calls blank, and stop when the answer is tight enough.',
    },
    eventReview: {
      title: 'Event by event',
      says: 'Photos close in time are mostly one visit: confirm species and highest count of the whole event at once.',
    },
    uncertainFirst: {
      title: 'Uncertain first',
      says: 'The images on which the classifier was least sure. Good when time is short: errors stand here first.',
    },
    speciesReview: {
      title: 'One species at a time',
      says: 'All animals with one name side by side. The odd ones catch the eye; the rest is confirmed together.',
    },
    peopleFirst: {
      title: 'People first',
      says: 'Every image that may show a person, for privacy before anything else. Flag what must be left out.',
    },
    agreement: {
      title: 'Agreement of machine and person',
      says: 'How often the machine was right, by species, and what it takes for what.',
    },
  },
  states: {
    blank: (answered: number, blanks: number) =>
      `${formatNumber(answered)} of ${formatNumber(blanks)} blanks looked at`,
    blankResult: (seen: string, share: string, interval: string | null) =>
      interval === null ? `${seen}: ${share} missed` : `${seen}: ${share} missed, ${interval}`,
    noBlank: 'No image is called blank.',
    events: (done: number, total: number) => `${formatNumber(done)} of ${events(total)} reviewed`,
    noEvents: 'No photo has a time.',
    images: (done: number, total: number) => `${formatNumber(done)} of ${images(total)} reviewed`,
    species: (left: number) =>
      left === 0
        ? 'All species are done.'
        : `${formatNumber(left)} ${plural(left, { one: 'species is', other: 'species are' })} not done`,
    noSpecies: 'No image has a name.',
    people: (done: number, total: number) => `${formatNumber(done)} of ${images(total)} settled`,
    noPeople: 'No image shows a person, as far as the machine can tell.',
    agreement: (share: string, count: number) => `${share} of ${images(count)}`,
    noAgreement: 'Nothing is reviewed yet.',
  },
  walk: {
    bar: 'Done',
    photo: (name: string, fileName: string) => `${name}, ${fileName}`,
    place: (index: number, total: number) => `${formatNumber(index)} of ${formatNumber(total)}`,
    previous: 'Previous image',
    next: 'Next image',
    open: 'Open in the image view',
    showBoxes: 'Show boxes',
    hideBoxes: 'Hide boxes',
    loading: 'Putting the images in order',
    again: 'Go through them again',
    toReview: 'Back to Review',
    group: 'Go through images',
    saysOf: 'What this image shows',
  },
  blank: {
    title: 'Blank check',
    question: 'Is anything in this photo?',
    acts: {
      blank: 'Nothing here',
      animal: 'An animal',
      name: 'Name the animal',
      human: 'A person',
      vehicle: 'A vehicle',
      unknown: 'Cannot tell',
    },
    answers: {
      blank: 'You said: nothing here',
      missed: 'You said: something is here',
      unclear: 'You said: cannot tell',
    },
    options: 'When to stop',
    confidence: 'Confidence',
    percent: (share: string) => share,
    goal: 'Stop when',
    goals: {
      highest: 'the upper bound is at most',
      'half-width': 'half the interval is at most',
    } satisfies Record<BlankCheckGoal['of'], string>,
    share: 'Share',
    result: 'Result so far',
    missed: 'missed, of all images called blank',
    notYet: 'Nothing is looked at yet.',
    interval: (confidence: string, low: string, high: string) => `${confidence} interval ${low} to ${high}`,
    seen: (answered: number, blanks: number) => `${formatNumber(answered)} of ${formatNumber(blanks)} looked at`,
    found: (count: number) => (count === 0 ? 'none had anything in it' : `${formatNumber(count)} had something in it`),
    unclear: (count: number) => `${images(count)} could not be told: they count as not looked at.`,
    methods: {
      none: '',
      complete: 'Every image called blank was looked at: no interval is needed.',
      exact: 'Exact bound for sampling without replacement, with nothing found (hypergeometric; Buonaccorsi 1987).',
      score: "Wilson's score interval, cameras weighted by their images (Korn and Graubard 1998).",
    } satisfies Record<MissedShare['method'], string>,
    tight: 'Tight enough. You can stop here; looking on makes it tighter.',
    notTight: (count: number) => `Not tight enough yet: about ${images(count)} in all, if it goes on like this.`,
    complete: 'Every image called blank was looked at: this is the share itself, not an estimate.',
    unclearLeft: 'All were looked at. The ones that could not be told leave this doubt.',
    peeking: 'Stopping as soon as it is tight enough makes the interval a little too narrow.',
    foundTitle: 'Images with something in them',
    copy: 'Copy the result',
    none: 'No image is called blank',
    noneText: 'There is nothing to check: the machine found something in every image that it could read.',
    finished: 'All images called blank have been looked at',
    text: {
      title: (survey: string, date: string) => `Blank check of ${survey}, ${date}`,
      population: (blanks: number, cameras: number) =>
        `Images that the machine calls blank: ${formatNumber(blanks)}, of ${formatNumber(cameras)} ${plural(cameras, { one: 'camera', other: 'cameras' })}`,
      sample: (answered: number, seed: number) =>
        `Looked at: ${formatNumber(answered)}, a random sample without replacement, stratified by camera in proportion to its images (seed ${seed})`,
      found: (found: number, unclear: number) =>
        `With something in them: ${formatNumber(found)}; could not be told, counted as not looked at: ${formatNumber(unclear)}`,
      share: (share: string) => `Missed, of all images called blank: ${share}`,
      method: (method: string) => `Method: ${method}`,
      camera: (name: string, blanks: number, looked: number, found: number) =>
        `${name}: ${formatNumber(blanks)} blank, ${formatNumber(looked)} looked at, ${formatNumber(found)} with something`,
      model: (name: string) => `Model: ${name}`,
      by: (name: string) => `Reviewer: ${name}`,
    },
  },
  events: {
    title: 'Event by event',
    progress: (done: number, total: number) => `${formatNumber(done)} of ${events(total)} reviewed`,
    place: (index: number, total: number) => `Event ${formatNumber(index)} of ${formatNumber(total)}`,
    facts: (count: number, duration: string | null) =>
      duration === null ? frames(count) : `${frames(count)} over ${duration}`,
    frames: 'Frames of the event',
    frame: (index: number, name: string) => `Frame ${formatNumber(index)}: ${name}`,
    reviewed: 'reviewed',
    suggestion: 'This event shows',
    done: 'This event is reviewed',
    nothing: 'The machine says nothing of this event: give it a label.',
    highest: 'Highest count',
    highestIn: (index: number) => `in frame ${formatNumber(index)}`,
    showFrame: (index: number) => `Show frame ${formatNumber(index)}`,
    plan: 'Confirming does this',
    kept: (count: number, name: string) => `${frames(count)}: ${name}, as it is`,
    changed: (count: number, from: string, to: string) => `${frames(count)}: ${from} becomes ${to}`,
    counted: (count: number, index: number) => `Count ${formatNumber(count)} on frame ${formatNumber(index)}`,
    noName: 'no name',
    confirm: 'Confirm the event',
    label: 'Another label',
    blank: 'Blank',
    mark: (name: string) => `The whole event is: ${name}`,
    previousFrame: 'Previous frame',
    nextFrame: 'Next frame',
    previous: 'Previous event',
    skip: 'Skip, next event',
    skipShort: 'Skip',
    showAll: 'Also reviewed events',
    untimed: (count: number) =>
      `${images(count)} without a time ${plural(count, { one: 'is', other: 'are' })} in no event: review ${plural(count, { one: 'it', other: 'them' })} in the gallery.`,
    none: 'There are no events',
    noneText: 'Events are made of photos with a time. No photo has one, or none has been analysed yet.',
    finished: 'All events are reviewed',
  },
  agreement: {
    title: 'Agreement of machine and person',
    intro:
      'The main label of each reviewed image beside what the machine said. The person is taken to be right. A sample that was not chosen at random says nothing of the other images.',
    level: 'Compare at',
    levels: {
      species: 'Species',
      genus: 'Genus',
      family: 'Family',
      order: 'Order',
      class: 'Class',
    } satisfies Record<TaxonomyLevel, string>,
    agreed: 'Agreement',
    of: (agreed: number, all: number) => `${formatNumber(agreed)} of ${images(all)}`,
    kappa: "Cohen's kappa",
    kappaHint: 'Agreement beyond chance: 1 is full, 0 is no more than chance.',
    noKappa: 'has no value',
    taxa: 'Precision and recall',
    columns: {
      name: 'Name',
      machine: 'Machine',
      human: 'Person',
      both: 'Both',
      precision: 'Precision',
      recall: 'Recall',
    },
    precisionHint:
      'Precision: of what the machine called so, the part that is. Recall: of what is so, the part that the machine called so.',
    table: 'What the machine takes for what',
    scroll: (name: string) => `${name}, table`,
    tableHint: 'A row for what the machine says, a column for what the person says. Choose a number to see its images.',
    corner: 'Machine, across: person',
    cell: (count: number, machine: string, human: string) =>
      machine === human
        ? `${images(count)}: both say ${machine}`
        : `${images(count)}: machine ${machine}, person ${human}`,
    relations: {
      same: 'agree',
      wider: 'the machine is less exact',
      narrower: 'the person is less exact',
      other: 'differ',
    },
    legend: 'In the table',
    more: (count: number) => `Show ${formatNumber(count)} more`,
    none: 'Nothing is reviewed yet',
    noneText: 'Machine and person can be compared as soon as some images are reviewed.',
  },
  uncertain: {
    title: 'Uncertain first',
    measure: 'Uncertain by',
    measures: {
      margin: 'First and second close',
      'least-confidence': 'Best score low',
      entropy: 'Many in question',
    } satisfies Record<UncertaintyMeasure, string>,
    scores: 'The classifier says',
    none: 'No image has a name yet',
    noneText: 'Images come here when they have been analysed.',
    finished: 'All images are reviewed',
  },
  species: {
    title: 'One species at a time',
    choose: 'Species',
    option: (name: string, left: number) => `${name} (${formatNumber(left)} left)`,
    grid: 'Animals with this name',
    hint: 'Choose those that are something else with a click or the space bar. Boxes of one photo go together.',
    progress: (left: number, total: number) => `${boxes(left)} of ${formatNumber(total)} not reviewed`,
    box: (fileName: string, number: number) => `${fileName}, box ${formatNumber(number)}`,
    whole: (fileName: string) => `${fileName}, whole photo`,
    chosen: (count: number) => `${images(count)} chosen`,
    confirmAll: (count: number) => (count === 1 ? 'Confirm this image' : `Confirm all ${images(count)}`),
    confirmRest: (count: number) => `Confirm the other ${images(count)}`,
    relabel: (count: number) => (count === 0 ? 'Relabel the chosen' : `Relabel the ${formatNumber(count)} chosen`),
    clear: 'Choose none',
    open: 'Open the photo with the focus',
    none: 'No image has a name yet',
    finished: (name: string) => `All images called ${name} are reviewed`,
    next: (name: string) => `Go on with ${name}`,
  },
  people: {
    title: 'People first',
    leaveOut: 'Flag to leave out, and go on',
    hint: 'Person boxes count however faint they are. Flagged images carry the flag in the gallery, in the survey file and for others.',
    none: 'No image shows a person',
    noneText:
      'The detector found no person, however faint. It may still have missed one: the blank check tells how often that is.',
    finished: 'All images with people are settled',
  },
} as const;
