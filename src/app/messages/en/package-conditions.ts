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
      'Drop the files as they were downloaded: MegaDetector’s .pt, SpeciesNet’s .tar.gz, a package folder or .zip with info.json, or a detector in .onnx format.',
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
      'It is neither an ONNX file nor a PyTorch checkpoint. It may be cut, or of another format with a wrong ending.',
    ),
  'checkpoint-damaged': (details) =>
    refusal(
      `${details.text('name', 'The file')} is damaged or was cut off`,
      'Download it again from its authors and wait until it is complete. The details name the place that does not fit.',
    ),
  'checkpoint-legacy': (details) =>
    refusal(
      `${details.text('name', 'The file')} has the form that PyTorch used before 2020`,
      'The official files are newer: download the model again from its authors, or save it anew with PyTorch 1.6 or later.',
    ),
  'checkpoint-torchscript': (details) =>
    refusal(
      `${details.text('name', 'The file')} is a compiled program (TorchScript), not a saved model`,
      'Nothing in a file is ever run here. Choose the .pt file that the authors publish for PyTorch, or an .onnx export.',
    ),
  'checkpoint-weights-only': (details) =>
    refusal(
      `${details.text('name', 'The file')} holds weights without the network they belong to`,
      'Choose the file that holds the whole model: MegaDetector’s .pt from its release page, SpeciesNet’s .tar.gz.',
    ),
  'checkpoint-unsupported': (details) =>
    refusal(
      `${details.text('name', 'The file')} holds a network that can’t be converted${placeOf(details)}`,
      'MegaDetector v5a, v5b, v1000-redwood and v1000-spruce, other YOLOv5 detectors and SpeciesNet can be. For others, choose an .onnx export. The report says what was found; it holds no weights.',
    ),
  'checkpoint-unsafe': (details) =>
    refusal(
      `${details.text('name', 'The file')} asks for code to be run${placeOf(details)}`,
      'No official file does that. Delete it if you are not sure where it comes from, and download the model from its authors.',
      'Nothing in it was run. Nothing was stored and nothing else has changed.',
    ),
  'checkpoint-too-large': (details) =>
    refusal(
      `${details.text('name', 'The file')} goes beyond a limit that no real model comes near`,
      'It may be damaged, or made to fill the memory. Download the model again from its authors.',
    ),
  'archive-unreadable': (details) =>
    refusal(
      `${details.text('name', 'The archive')} could not be unpacked`,
      'It may be cut, encrypted, or neither a .zip nor a .tar.gz. Download it again, or unpack it yourself and choose the folder.',
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

/** Where in the file it was found; module paths are code and stay as they are. */
function placeOf(details: ConditionDetails): string {
  const where = details.text('where', '');
  return where === '' ? '' : ` (at ${where})`;
}

function countOfClasses(details: ConditionDetails): string {
  const classes = details.number('classes');
  return classes === null ? '' : ` (it has ${formatNumber(classes)})`;
}
