import { formatNumber } from '../../shared/format/number-format';
import type { BackendReason } from '../../../rpc/inference-api';

const photos = (count: number) => (count === 1 ? '1 photo' : `${formatNumber(count)} photos`);

export const run = {
  title: 'Run',
  doneOf: (total: number) => `of ${photos(total)} done`,
  /** What a run computes, in one line. */
  what: {
    species: 'Species',
    detections: 'Detections only, no names',
    'classify-whole-images': 'Species of whole photos, no boxes',
    'classify-detections': (file: string | null) =>
      file === null ? 'Species of the boxes of a file' : `Species of the boxes of ${file}`,
    ensemble: (boxes: string | null, names: string | null) =>
      boxes === null || names === null ? 'Combining two files' : `Combining boxes of ${boxes} with names of ${names}`,
  },
  whatPer: { animal: 'for every animal', image: 'one for each photo' },
  states: {
    idle: 'Not started',
    listing: 'Listing',
    elsewhere: 'In another tab',
    preparing: 'Preparing',
    running: 'Running',
    paused: 'Paused',
    stopped: 'Stopped',
    finished: 'Finished',
    cutOff: 'Cut off',
  },
  progress: 'Photos done',
  valueText: (done: number, total: number, failed: number) =>
    `${formatNumber(done)} of ${photos(total)} done, ${formatNumber(failed)} could not be read`,
  preparing: (seconds: number) =>
    `Preparing the model, ${formatNumber(seconds)} s so far. The first start on this computer takes longest.`,
  listing: (found: number) => `Found ${photos(found)} so far. You can start the run now; the rest is added.`,
  listingMore: (found: number) => `Found ${photos(found)} so far. The rest is added while the run goes on.`,
  paused: (done: number, total: number) =>
    `Paused at ${formatNumber(done)} of ${formatNumber(total)}. Everything done is saved.`,
  stopped: (done: number, total: number) =>
    `Stopped at ${formatNumber(done)} of ${formatNumber(total)}. Everything done is saved, and a run can go on from here.`,
  cutOff: (done: number) =>
    `The run stopped when the tab or the computer went away. ${photos(done)} ${done === 1 ? 'is' : 'are'} saved, none is lost.`,
  finished: (done: number, failed: number) =>
    failed === 0
      ? `All ${photos(done)} are done.`
      : `${photos(done)} are done; ${formatNumber(failed)} of them could not be read and stay in the results as failures.`,
  elsewhere: (done: number, total: number) =>
    `${formatNumber(done)} of ${photos(total)} are done. What the other tab finishes appears here by itself.`,
  idle: (total: number) => `${photos(total)} wait. Nothing has run yet.`,
  idleSome: (done: number, total: number) =>
    `${formatNumber(done)} of ${photos(total)} are done. The run is not going on.`,
  empty: 'No photos here. JPEG, PNG, TIFF and WebP files are looked for, in every folder below. Choose another folder.',
  noPackage: 'This survey has no model package yet. Choose one in the set-up, then start the run.',
  permission: (name: string) =>
    `The browser asks before ${name} is read again. Everything done is saved; the run goes on from there.`,
  disconnected: (name: string) => `${name} is not connected. Everything done is saved; connect the folder to go on.`,
  allowReading: 'Allow reading',
  connectFolder: 'Connect folder',
  pause: 'Pause',
  continue: 'Continue',
  continueRun: 'Continue run',
  start: 'Start run',
  stop: 'Stop',
  openGallery: 'Open gallery',
  openSetup: 'Set-up',
  export: 'Export',
  facts: {
    timeLeft: 'Time left',
    speed: 'Speed',
    backend: 'Backend',
    timePerPhoto: 'Time per photo',
    failed: 'Could not be read',
    restarts: 'Started anew',
  },
  restarts: (count: number) => (count === 1 ? 'once' : `${formatNumber(count)} times`),
  restartsHint: 'a part of the run broke down; its photos were done again and none is lost',
  notKnown: 'not known yet',
  doneAt: (time: string) => `done at about ${time}`,
  noTimeLeft: 'nothing left to do',
  perMinute: 'photos per min',
  milliseconds: (ms: number) => `${formatNumber(ms)} ms`,
  stages: (read: string, detect: string, name: string) => `read ${read} · detect ${detect} · name ${name}`,
  backends: { webgpu: 'WebGPU', wasm: 'WASM' },
  threads: (count: number, workers: number) => {
    const each = count === 1 ? '1 thread' : `${formatNumber(count)} threads`;
    return workers === 1 ? each : `${formatNumber(workers)} side by side, ${each} each`;
  },
  reasons: {
    forced: 'chosen in Settings',
    'webgpu-faster': 'faster than WASM here, and with the same numbers',
    'webgpu-slower': 'faster than WebGPU here',
    'no-adapter': 'this browser offers no WebGPU',
    'software-adapter': 'only an imitation of a graphics processor is here',
    'self-test-failed': 'WebGPU gave other numbers in the self-test',
    'webgpu-error': 'WebGPU did not take the model',
    'fell-back': 'the graphics processor stopped answering',
  } satisfies Record<BackendReason, string>,
  fellBack: (speed: string | null) =>
    `The graphics processor stopped answering. The run goes on with WASM${speed === null ? '' : `, about ${speed} per min`}. Nothing is lost.`,
  details: 'Details',
  newest: 'Newest',
  newestHint: 'All results so far are already in the gallery',
  newestNone: 'The first results appear here as soon as they are saved.',
  showBlanks: 'Show blanks',
  allBlank: 'The newest photos are all blank.',
  soFar: 'So far, in photos',
  soFarNone: 'Nothing yet.',
  moreLabels: (count: number) => `${formatNumber(count)} more in the gallery`,
  failures: 'Could not be read',
  failuresHint: 'They stay in the results as failures. The run goes on.',
  failuresHintEnded: 'They stay in the results as failures.',
  moreFailures: (count: number) => `${formatNumber(count)} more in the gallery`,
  label: 'Label',
  count: 'Photos',
} as const;
