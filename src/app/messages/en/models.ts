import type { PackageFileRole, PackageNote, PackageType } from '../../../domain/model-package';
import type { PackageStep } from '../../../rpc/package-api';
import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

export const models = {
  title: 'Model packages',
  tabTitle: 'Models',
  ready: (count: number) => `${formatNumber(count)} ready`,
  emptyTitle: 'No model package yet',
  emptyText:
    'A package holds the networks and lists that find and name animals. Add one from files you have; it is kept on this computer and works with the network off.',
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
  roles: {
    info: 'Description',
    detector: 'Detector',
    classifier: 'Classifier',
    labels: 'Labels',
    taxonomy: 'Taxonomy',
    geofence: 'Geofence',
  } satisfies Record<PackageFileRole, string>,
  columns: { part: 'Part', file: 'File', size: 'Size', checksum: 'SHA-256' },
  filesOf: (name: string) => `Files of ${name}`,
  copyChecksum: (name: string) => `Copy the SHA-256 of ${name}`,
  selfTest: 'Self-test passed when it was added',
  added: (date: string) => `Added ${date}`,
  total: (size: string) => `${size} on this computer`,
  note: noteWords,
  remove: 'Remove',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText: (size: string) => `This frees ${size}. Add the same files again to get it back.`,
  removeUsed: (count: number) =>
    `${formatNumber(count)} ${plural(count, { one: 'survey was', other: 'surveys were' })} made with it. Their boxes and scores stay, but species names and new runs need it again.`,
  addTitle: 'Add a package',
  addText: 'Drop a folder or a .zip with info.json and networks in .onnx format, or a single .onnx detector.',
  addDragging: 'Drop to add',
  chooseFolder: 'Choose folder',
  chooseFiles: 'Choose files',
  steps: {
    unpacking: 'Unpacking',
    reading: 'Reading the networks',
    hashing: 'Computing checksums',
    'self-test': 'Running the self-test',
  } satisfies Record<PackageStep, string>,
  checking: 'Checking',
  storing: 'Storing',
  thenStoring: 'then it is stored',
  bytesOf: (done: string, total: string) => `${done} of ${total}`,
  adding: (name: string) => `Adding ${name}`,
  refused: 'This package was not added',
  aboutPackages: 'About packages and their space',
  whereTitle: 'Where do I get them?',
  whereText: [
    'This version reads packages whose networks are in ONNX format: a folder or .zip with info.json, labels, taxonomy and geofence, as SpeciesNet packages have them.',
    'The authors publish SpeciesNet (Kaggle, Hugging Face) and MegaDetector (its GitHub releases) as PyTorch files (.pt). Converting those in the browser is not possible yet. Networks exported to ONNX elsewhere can be added.',
    'A USB stick works too: nothing needs the network.',
  ],
  demoText:
    'The demo on the first screen brings a small package of its own. It shows how things work; its names are not to be relied on.',
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
