import type { PackageErrorCode } from '../../../rpc/package-api';
import { formatNumber } from '../../shared/format/number-format';
import type { ConditionDetails, ConditionWords } from '../condition-words';

const NOTHING_STORED = 'Nothing was stored and nothing else has changed.';

const refusal = (title: string, next: string, meaning = NOTHING_STORED): ConditionWords => ({
  title,
  meaning,
  next,
  action: 'choose-files',
});

/** "2,498 labels, 2,490 outputs" when both numbers are known. */
function counted(details: ConditionDetails, labelsKey: string, outputsKey: string): string {
  const labels = details.number(labelsKey);
  const outputs = details.number(outputsKey);
  if (labels === null || outputs === null) return '';
  return `: ${formatNumber(labels)} labels, ${formatNumber(outputs)} outputs`;
}

/** Why a model package was refused. */
export const packageConditions: Readonly<Record<PackageErrorCode, (details: ConditionDetails) => ConditionWords>> = {
  'nothing-usable': () =>
    refusal(
      'There is no model package in these files',
      'A package is a folder or a .zip with info.json beside its networks in .onnx format. A lone detector in .onnx format works too.',
    ),
  'several-packages': () =>
    refusal('These files hold more than one package', 'Add one package at a time: the folder with one info.json.'),
  'info-not-json': () =>
    refusal(
      'The file info.json is not valid JSON',
      'The file may be cut or was changed in an editor. Take it from the package again.',
    ),
  'info-invalid': (details) =>
    refusal(
      `The file info.json does not describe a package: ${details.text('key', 'a key')} is missing or of the wrong type`,
      'Take info.json from the package again. The details below name what was expected.',
    ),
  'file-missing': (details) =>
    refusal(
      `${details.text('name', 'A file')} is missing`,
      'info.json names this file, but it is not beside it. Choose the whole folder, not single files of it.',
    ),
  'label-invalid': (details) =>
    refusal(
      `Line ${details.text('line', '?')} of the labels is not a SpeciesNet label`,
      'Each line has seven parts with semicolons between them. Take the labels file of this package again.',
    ),
  'label-count': (details) =>
    refusal(
      `Labels and classifier do not belong together${counted(details, 'labels', 'outputs')}`,
      'Names would be wrong, so the package is refused. Take both files from the same package.',
    ),
  'taxonomy-invalid': () =>
    refusal('The taxonomy file could not be read', 'Take the taxonomy file of this package again.'),
  'geofence-invalid': () =>
    refusal('The geofence file could not be read', 'Take the geofence file of this package again.'),
  'git-lfs-pointer': (details) =>
    refusal(
      `${details.text('name', 'The file')} is a pointer of Git LFS, not the file itself`,
      'The repository was copied without its large files. Download this file by itself, or run “git lfs pull”.',
    ),
  'web-page': (details) =>
    refusal(
      `${details.text('name', 'The file')} is a web page, not a model`,
      'This happens when a download needs a login or the link has expired. Download it again from the release page.',
    ),
  'not-onnx': (details) =>
    refusal(
      `${details.text('name', 'The file')} is not a network in ONNX format`,
      'Its bytes do not begin as an ONNX file does. It may be cut, or of another format with a wrong ending.',
    ),
  'pytorch-checkpoint': (details) =>
    refusal(
      `${details.text('name', 'The file')} is a PyTorch file`,
      'This version reads networks in ONNX format; it can’t convert PyTorch files yet. Choose a package with .onnx files.',
    ),
  'archive-unreadable': (details) =>
    refusal(
      `${details.text('name', 'The archive')} could not be unpacked`,
      'It may be cut, encrypted, or not a .zip. Download it again, or unpack it yourself and choose the folder.',
    ),
  'unsupported-layout': (details) =>
    refusal(
      `The detector has a layout that is not supported: ${details.text('layout', 'not YOLOv5')}`,
      'MegaDetector v5 and other YOLOv5 exports are supported. Choose one of these.',
    ),
  'unsupported-classes': (details) =>
    refusal(
      `The detector’s classes are not animal, person and vehicle${countOfClasses(details)}`,
      'Without them its boxes would have the wrong category. Choose MegaDetector v5 or a detector that names its classes.',
    ),
  'not-a-classifier': () =>
    refusal(
      'The classifier is not one that SpeciesNet packages have',
      'It must take images of 480 by 480 and give one number per label. Check that info.json names the right file.',
    ),
  'session-failed': (details) =>
    refusal(
      `This browser can’t run ${details.text('name', 'the network')}`,
      'The runtime refused it. Another export of the same network may work; the details say what was refused.',
    ),
  'self-test-failed': (details) =>
    refusal(
      `${details.text('name', 'The network')} gives no usable numbers on this computer`,
      'The self-test found values that are not finite. A float32 export of the same network usually works.',
    ),
  'constant-output': (details) =>
    refusal(
      `${details.text('name', 'The network')} gives the same answer for different pictures`,
      'Its weights are probably damaged or missing. Download it again.',
    ),
  'out-of-memory': () => ({
    title: 'There was not enough memory',
    meaning: 'What was finished is stored; nothing was deleted.',
    next: 'Close other tabs and programs, then try again.',
    action: null,
  }),
};

function countOfClasses(details: ConditionDetails): string {
  const classes = details.number('classes');
  return classes === null ? '' : ` (it has ${formatNumber(classes)})`;
}
