import type { CatalogKind } from '../../../domain/model-catalog';
import type { BackendSelfTest, PackageFileRole, PackageNote, PackageType } from '../../../domain/model-package';
import type { PackageStep } from '../../../rpc/package-api';
import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

export const models = {
  title: 'Model packages',
  tabTitle: 'Models',
  ready: (count: number) => `${formatNumber(count)} ready`,
  waiting: (count: number) => `${formatNumber(count)} incomplete`,
  emptyTitle: 'No model package yet',
  types: {
    always_crop: 'Crops each animal',
    full_image: 'Looks at the whole image',
  } satisfies Record<PackageType, string>,
  detectorOnly: 'Detector only: finds animals, people and vehicles, names no species',
  classifierOnly: 'Classifier only: names whole images, finds no boxes',
  labels: (count: number) => `${formatNumber(count)} ${plural(count, { one: 'label', other: 'labels' })}`,
  taxa: (count: number) => `${formatNumber(count)} ${plural(count, { one: 'taxon', other: 'taxa' })}`,
  geofenced: (count: number) => `${formatNumber(count)} with a range`,
  usedBy: (count: number) =>
    count === 0
      ? 'used by no survey'
      : `used by ${formatNumber(count)} ${plural(count, { one: 'survey', other: 'surveys' })}`,
  readyOffline: 'Ready offline',
  unusable: 'Not usable here',
  roles: {
    info: 'Description',
    detector: 'Detector',
    'detector-weights': 'Its weights',
    classifier: 'Classifier',
    'classifier-weights': 'Its weights',
    labels: 'Labels',
    taxonomy: 'Taxonomy',
    geofence: 'Geofence',
  } satisfies Record<PackageFileRole, string>,
  columns: { part: 'Part', file: 'File', size: 'Size', checksum: 'SHA-256' },
  filesOf: (name: string) => `Files of ${name}`,
  copyChecksum: (name: string) => `Copy the SHA-256 of ${name}`,
  added: (date: string) => `Added ${date}`,
  files: (count: number, size: string) =>
    `${formatNumber(count)} ${plural(count, { one: 'file', other: 'files' })}, ${size}, with checksums`,
  note: noteWords,
  remove: 'Remove',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText: (size: string) => `This frees ${size}. Add the same files again to get it back.`,
  removeUsed: (count: number) =>
    `${formatNumber(count)} ${plural(count, { one: 'survey was', other: 'surveys were' })} made with it. Their boxes and scores stay, but species names and new runs need it again.`,
  addTitle: 'Add model files',
  addText:
    'Drop the official files as you downloaded them: MegaDetector .pt, SpeciesNet .tar.gz, or a package folder, .zip or .onnx. They are converted here, on this computer.',
  addDragging: 'Drop to add',
  chooseFolder: 'Choose folder',
  chooseFiles: 'Choose files',
  steps: {
    unpacking: 'Unpacking',
    verifying: 'Checking that every byte is there',
    converting: 'Converting the checkpoint',
    reading: 'Reading the networks',
    hashing: 'Computing checksums',
    'self-test': 'Running the self-test',
  } satisfies Record<PackageStep, string>,
  checking: 'Checking',
  checked: 'Checked',
  storing: 'Storing',
  bytesOf: (done: string, total: string) => `${done} of ${total}`,
  adding: (name: string) => `Adding ${name}`,
  refused: 'This file was not added',
  foundAt: (where: string) => `at ${where}`,
  copyReport: 'Copy report',
  reportHint: 'The report lists what the file holds, without its weights. It helps to tell the makers about it.',
  which: {
    title: { taxonomy: 'Which package gets this taxonomy?', geofence: 'Which package gets this geofence?' },
    says: (name: string, count: number) =>
      `${name} has ${formatNumber(count)} ${plural(count, { one: 'taxon', other: 'taxa' })}. It replaces the one of the package you choose; boxes and scores stay, names follow it at once.`,
    packages: 'Packages',
    replaces: (name: string) => `Now: ${name}`,
    update: 'Update',
    waiting: 'Waits for your choice',
  },
  missing: {
    tag: 'Detector missing',
    title: 'The detector of this package is missing.',
    names: 'It is named in info.json:',
    why: 'SpeciesNet’s authors publish the detector, MegaDetector, by itself. Without it the package can only name whole photos.',
    how: 'Drop its file here, and this package is complete.',
  },
  exchange: {
    menu: 'Use another detector',
    title: (name: string) => `Which detector shall ${name} use?`,
    says: 'Surveys that have results keep the package they were made with.',
    detectors: 'Detectors',
    use: 'Use this detector',
  },
  get: {
    title: 'Get models',
    intro:
      'Two parts work together: MegaDetector finds the animals, SpeciesNet names them. Their authors publish both free of charge. Download the files with your browser, here or on another computer, and drop them on this page; a USB stick works too. Once is enough: then everything works with the network off.',
    installed: 'Installed',
    left: 'Downloads that the list of models does not have any more',
    licence: (licence: string) => `Licence ${licence}`,
    kinds: {
      detector: 'Finds animals, people and vehicles',
      speciesnet: 'Names species; needs MegaDetector beside it',
      package: 'Detector and classifier together',
    } satisfies Record<CatalogKind, string>,
    byHand: 'Download it yourself',
    openPage: (host: string) => `Open ${host}`,
    leaves: 'leaves the app, in a new tab',
    inApp: 'Or let the app download it',
    add: 'Add from this site',
    download: (host: string) => `Download from ${host}`,
    unverified: 'Source not verified by us',
    cite: 'How to cite',
    consentTitle: (name: string, host: string) => `Download ${name} from ${host}?`,
    consentSize: (size: string | null) =>
      size === null ? 'Its size is not known beforehand.' : `${size} are fetched.`,
    consentHost: (host: string) =>
      `The request goes from this computer to ${host}, which sees your network address as with any download and may pass the request on to another address of its own choosing. Each is entered in the network log. Nothing about your photos or surveys is sent.`,
    consentUnverified: 'We have not tried this source ourselves.',
    consentChecked: 'The files are compared with the checksum that the authors publish; others are refused.',
    consentUnchecked: 'No checksum is published for these files, so they will stand as unverified.',
    consent: 'Download',
    downloading: (name: string) => `Downloading ${name}`,
    paused: 'Paused',
    pause: 'Pause',
    resume: 'Continue',
    again: 'Try again',
    ofUnknown: (done: string) => `${done} so far`,
  },
  known: {
    tags: { official: 'Official file', likely: 'Unverified', unverified: 'Unverified' },
    says: {
      official: 'Its MD5 checksum is one that the model’s authors publish: it is their file, byte for byte.',
      likely:
        'Version and labels are those of the official package. Its authors publish no checksum, so nobody can tell for certain that the file is theirs.',
      unverified:
        'No published checksum is this file’s. It may be fine, a model of your own for instance; only you know where it comes from.',
    },
    likely: (name: string, version: string) => `Looks like ${name} ${version}`,
    parts: { detector: 'Detector', classifier: 'Classifier' },
    cite: 'How to cite',
    of: (name: string) => `What is known of ${name}`,
  },
  converted:
    'Converted from the checkpoint on this computer, with its weights as they are. Nothing in the file was executed.',
  convertedToOneFile:
    'Converted from the checkpoint on this computer into one file; large weights are rounded to half precision, because this browser takes no weights from another file. Nothing in the checkpoint was executed.',
  test: {
    title: 'Self-test on this computer',
    of: (name: string) => `Self-test of ${name}`,
    columns: { backend: 'Backend', verdict: 'Outcome', difference: 'Difference', time: 'Time' },
    backends: { webgpu: 'WebGPU (graphics processor)', wasm: 'WASM (processor)' } satisfies Record<
      BackendSelfTest['backend'],
      string
    >,
    verdicts: { passed: 'Passed', failed: 'Failed: not used', 'not-tried': 'Not tried' } satisfies Record<
      BackendSelfTest['verdict'],
      string
    >,
    again: 'Test again',
    first: 'Test now',
    testing: 'Testing',
    never: 'Not tested on this computer yet.',
    tested: (date: string) => `Tested ${date}, on a fixed made-up picture`,
    milliseconds: (ms: number) => `${formatNumber(ms)} ms`,
    none: '–',
    under: (share: string) => `under ${share}`,
  },
  aboutPackages: 'About packages and their space',
  howTitle: 'What happens to a file',
  howText: [
    'PyTorch checkpoints are read as data: nothing in them is executed. The network is written anew in the form that browsers run; the weights stay as they are.',
    'Then it is tried on this computer. All of it happens here: nothing is uploaded, and nothing needs the network.',
    'The demo brings a small package of its own. It shows how things work; its names are not to be relied on.',
  ],
} as const;

function noteWords(note: PackageNote): string {
  switch (note.code) {
    case 'coco-classes-assumed':
      return `The detector has ${formatNumber(note.classes)} classes without names. They were taken as those of COCO: its animals, person and vehicles are used, the others are left out.`;
    case 'megadetector-order-assumed':
      return 'The detector names no classes. They were taken in MegaDetector’s order: animal, person, vehicle.';
    case 'works-at-one-size-only':
      return `The detector takes images of ${formatNumber(note.size)} by ${formatNumber(note.size)} pixels only. The reference program uses up to 1,280 in the photo’s own shape, so small animals may be missed and numbers differ.`;
    case 'output-is-logits':
      return 'The classifier gives raw values. They are turned into scores by softmax, as the reference program does.';
    case 'output-is-probabilities':
      return 'The classifier gives scores that are final already; no softmax is added.';
  }
}
