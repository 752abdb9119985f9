import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

const photos = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'photo', other: 'photos' })}`;

export const setup = {
  title: 'Set up this survey',
  intro: 'The defaults are fine to start with. Place and rules can be changed later without a new run.',
  place: 'Place',
  country: 'Country',
  countryPlaceholder: 'Name or code',
  noCountry: 'No country matches.',
  state: 'State',
  statePlaceholder: 'Any state',
  noState: 'No state matches.',
  notSure: 'Not sure',
  placeHint:
    'Species that do not occur there are held back, and you can see which. With “Not sure” nothing is held back.',
  fromCoordinates: 'Use the photos’ own coordinates where nothing else says',
  fromCoordinatesOn: 'A camera that writes GPS into its photos tells the country and state by itself.',
  fromCoordinatesOff: 'Off: coordinates in the photos are not looked at.',
  folderPlaces: 'Other places for single folders',
  folderPlacesNone: 'All folders have the place above. A folder of another country can have its own.',
  addFolderPlace: 'Add a folder',
  changeFolderPlace: (folder: string) => `Change the place of ${folder}`,
  removeFolderPlace: (folder: string) => `Remove the place of ${folder}`,
  folderPlaceTitle: 'Place of a folder',
  folderPlaceText: 'It counts for every photo in this folder and the folders in it, before the place of the survey.',
  folder: 'Folder',
  folderPlaceholder: 'Part of its name',
  noFolder: 'No folder matches.',
  noFolders: 'All photos lie in one folder, so there is no other place to give.',
  placesFile: (name: string, count: number) => `${name} says where ${photos(count)} were taken.`,
  rules: 'Rules',
  geofenceSwitch: 'Hold back species that do not occur there',
  geofenceOn: 'A name that cannot be right for this place is replaced by its wider group, for example its family.',
  geofenceOff: 'Off: the first choice stands, wherever the photo was taken.',
  geofenceNoPlace: 'It has no effect until a country is known.',
  geofenceNoTable: 'This package has no geofence table, so it has no effect.',
  rollupSwitch: 'Go up to a wider group when no single name is certain',
  rollupOn: 'Scores of close relatives add up: red fox 0.40 and arctic fox 0.40 are told as a fox of 0.80.',
  rollupOff: 'Off: without a certain name it is only “animal”, or for single boxes the first choice, however weak.',
  package: 'Model package',
  packageChoose: 'Choose a model package',
  noPackages: 'No model package is installed. Photos can be listed, but not analysed.',
  addPackage: 'Add a model package',
  managePackages: 'Models',
  packageGone:
    'The package of this survey was removed. Results are here; to go on, add it again or start over with another one.',
  demo: 'Demo',
  readyOffline: 'Ready offline',
  detectorMissing: 'Detector missing',
  detectorMissingText:
    'SpeciesNet’s authors publish its detector, MegaDetector, by itself. Until you add it, this package can name whole photos only: no boxes, no counts.',
  addDetector: 'Add the detector',
  cropsEach: 'Crops each animal',
  wholeImage: 'Looks at the whole photo',
  classes: (count: number) => `${formatNumber(count)} classes`,
  detectorOnly: 'Detector only',
  classifierOnly: 'Classifier only',
  whatToRun: 'What to run',
  modes: {
    species: { name: 'Species', says: 'Find animals, people and vehicles, then name the species' },
    detections: { name: 'Detections only', says: 'Boxes without names. Faster' },
    'classify-whole-images': { name: 'Whole photos', says: 'Name the species without looking for boxes first' },
    'classify-detections': { name: 'Boxes of a file', says: 'Name the species in boxes that another program found' },
    ensemble: { name: 'Combine two files', says: 'Boxes of one file, names of another. No network runs' },
  },
  needs: {
    package: 'Needs a model package.',
    detector: 'This package has no detector.',
    classifier: 'This package has no classifier.',
  },
  needsFiles: { one: 'Needs a file with boxes.', two: 'Needs a file with boxes and one with names.' },
  files: {
    detections: {
      name: 'Boxes',
      missing: 'Results of MegaDetector or detections of SpeciesNet (JSON), for the photos of this folder.',
    },
    classifications: {
      name: 'Names',
      missing: 'Classifications or predictions of SpeciesNet (JSON), for the same photos.',
    },
  },
  chooseFile: 'Choose file',
  replaceFile: 'Replace',
  fileMatches: (matched: number, count: number) =>
    `${formatNumber(matched)} of ${formatNumber(count)} ${plural(count, { one: 'entry', other: 'entries' })} matched`,
  speciesFor: 'Species for',
  speciesPer: { animal: 'Every animal', image: 'The photo as a whole' },
  speciesPerSays: {
    animal:
      'Each box gets a name, also in mixed groups, as MegaDetector’s own tools do it. The run takes up to a fifth longer.',
    image: 'One name for each photo, from its best box, as SpeciesNet’s own program does it. The fastest.',
  },
  lackingAnimals: (count: number) =>
    `${photos(count)} ${plural(count, { one: 'needs', other: 'need' })} another, shorter run (classifier only). Boxes are kept.`,
  filesTitle: 'Files of this survey',
  filesNone:
    'None. Results of SpeciesNet or MegaDetector, places, rules and lists of species can be added, or dropped here.',
  addFile: 'Add a file',
  fileKinds: {
    instances: 'Images and places',
    detections: 'Boxes',
    classifications: 'Names',
  },
  removeFile: (name: string) => `Remove ${name}`,
  targets: 'Species looked for',
  targetsText: (count: number, names: readonly string[]) =>
    count > names.length
      ? `${names.join(', ')} and ${formatNumber(count - names.length)} more`
      : new Intl.ListFormat('en', { type: 'conjunction' }).format(names),
  targetsLocked: 'Scores of these are kept with each photo. To change the list, start over.',
  removeTargets: 'Remove the list of species',
  ownRules: 'Own geofence rules',
  ownRulesCount: (count: number) => `${formatNumber(count)} ${plural(count, { one: 'rule', other: 'rules' })}`,
  showOwnRules: 'Show',
  locked: (done: number) =>
    done === 1
      ? '1 photo is done with this package. Another package or another kind of run needs a fresh start.'
      : `${formatNumber(done)} photos are done with this package. Another package or another kind of run needs a fresh start.`,
  startOver: 'Start over',
  startOverTitle: 'Start over?',
  startOverText: (done: number) =>
    `The results of ${done === 1 ? '1 photo are' : `${formatNumber(done)} photos are`} removed from this browser, verdicts on repeats with them. Your photos are not touched. This cannot be undone.`,
  startOverConfirm: 'Remove the results',
  cancel: 'Cancel',
  start: 'Start run',
  continue: 'Continue run',
  openRun: 'Show the run',
  openGallery: 'Open gallery',
  startNeeds: {
    package: 'Choose a model package to start.',
    mode: 'Choose what to run.',
    'detections-file': 'Add the file with boxes to start.',
    'classifications-file': 'Add the file with names to start.',
    photos: 'There are no photos to run on.',
    folder: 'Connect the folder to start.',
  },
  found: 'What was found',
  photos: 'Photos',
  photosIn: (photos: number, folders: number) =>
    folders <= 1 ? formatNumber(photos) : `${formatNumber(photos)} in ${formatNumber(folders)} folders`,
  size: 'Size',
  done: 'Done',
  ofPhotos: (done: number, total: number) => `${formatNumber(done)} of ${formatNumber(total)}`,
  couldNotBeRead: 'Could not be read',
  listing: (found: number) =>
    `Found ${found === 1 ? '1 photo' : `${formatNumber(found)} photos`} so far. You can start the run now; the rest is added.`,
  nothingFound:
    'No photos here. JPEG, PNG, TIFF and WebP files are looked for, in every folder below. Choose another folder.',
  skipped: (count: number) =>
    count === 1 ? '1 entry could not be looked at.' : `${formatNumber(count)} entries could not be looked at.`,
  skippedWhat: 'They are not part of the survey. Check the disk, then open the folder again.',
  permissionNeeded: (name: string) => `The browser asks before ${name} is read again. Results are here.`,
  disconnected: (name: string) => `${name} is not connected. Results are here; full-size photos are not.`,
  allowReading: 'Allow reading',
  connectFolder: 'Connect folder',
  computer: 'This computer',
  doneAt: (time: string) => `done at about ${time}`,
  measured: 'Measured on your own photos in this run.',
  notMeasured: 'The speed is measured on your own photos as soon as the run starts.',
  backendWish: 'Compute with',
  backends: {
    auto: 'The faster of both',
    webgpu: 'Graphics processor',
    wasm: 'Processor',
  },
  speed: 'Speed',
  perMinute: (count: number) => `${formatNumber(count)} photos per min`,
  closeLid: 'You can close the lid. Each photo is saved as soon as it is done, and the run goes on where it was.',
  change: 'More in Settings',
} as const;
