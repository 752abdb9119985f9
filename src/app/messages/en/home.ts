import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

const photos = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'photo', other: 'photos' })}`;

export const home = {
  title: 'Surveys',
  yourSurveys: 'Your surveys',
  dropTitle: 'Drop a folder of photos here',
  dropText:
    'An SD card, a whole trip, any depth of folders. Your photos stay where they are. With one result file (JSON) beside the folder, that result is shown or continued.',
  dropDragging: 'Drop to open',
  openFolder: 'Open folder',
  chooseFiles: 'Choose files',
  opening: 'Opening',
  tryDemo: 'Try the demo',
  tryDemoHint: '12 photos, under a minute',
  loadingDemo: 'Loading the demo',
  emptyTitle: 'No survey yet',
  emptyText: 'Drop a folder here, or try the demo with 12 photos.',
  noPackageTitle: 'First, a model package',
  noPackageText:
    'Understory needs the networks that find and name animals: MegaDetector and SpeciesNet, as their authors publish them. Add them once; then everything works with the network off. The demo brings a small package of its own.',
  addPackage: 'Add a model package',
  states: {
    new: 'Not started',
    running: 'Running',
    paused: 'Paused',
    stopped: 'Stopped',
    finished: 'Run complete',
    cutOff: 'Cut off',
    disconnected: 'Folder not connected',
  },
  actions: {
    setUp: 'Set up',
    showRun: 'Show run',
    continueRun: 'Continue run',
    review: 'Review',
    connect: 'Connect folder',
  },
  placeNotSure: 'Place not sure',
  lastChanged: (date: string) => `last changed ${date}`,
  found: (count: number) => `${photos(count)} found`,
  noneFound: 'No photo listed yet',
  doneOf: (total: number) => `of ${formatNumber(total)} done`,
  allDone: (count: number) => `${photos(count)} done`,
  failed: (count: number) => `${photos(count)} could not be read`,
  cutOff: (date: string, done: number) =>
    `The run was cut off after ${date}, when the tab closed. ${photos(done)} ${plural(done, { one: 'is', other: 'are' })} saved, none is lost.`,
  progressOf: (name: string) => `Progress of ${name}`,
  renameTitle: (name: string) => `Rename ${name}`,
  nameLabel: 'Name',
  nameEmpty: 'A survey needs a name.',
  thisComputer: 'This computer',
  packagePanel: 'Model package',
  noPackage: 'None yet.',
  packageWith: (detector: boolean, classes: number) =>
    detector
      ? classes > 0
        ? `Detector and classifier · names ${formatNumber(classes)} classes`
        : 'Detector only · finds animals, people and vehicles'
      : `Classifier only · names ${formatNumber(classes)} classes`,
  morePackages: (count: number) => `and ${formatNumber(count)} more`,
  readyOffline: 'Ready offline',
  detectorMissing: 'Its detector is missing',
  manageModels: 'Manage models',
  requests: (count: number) =>
    `${formatNumber(count)} ${plural(count, { one: 'request', other: 'requests' })} to other addresses since you opened Understory.`,
  worksOffline: 'It works with the network off.',
  logNotKept: 'The network log begins when this page is next loaded.',
  showLog: 'Show network log',
} as const;
