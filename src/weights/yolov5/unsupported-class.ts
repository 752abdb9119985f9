import { CheckpointError } from '../checkpoint-error';
import { shorten } from '../torch/describe-value';

/** What classes that we do not read belong to, in words that help to find the right file. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^ultralytics\./, 'a network of the package Ultralytics (YOLOv8, YOLO11 and later), not of YOLOv5'],
  [
    /\.(?:RepN\w+|RepConvN|ADown|SPPELAN|ELAN1|AConv|CBLinear|CBFuse|Silence|D?DualD?Detect|DDetect|TripleD?Detect)$/,
    'a block of YOLOv9, not of YOLOv5',
  ],
  [/\.Segment(?:ationModel)?$/, 'for outlines of objects (segmentation); a network for boxes is expected'],
  [/\.Classif(?:y|icationModel)$/, 'for labels of whole pictures (classification); a network for boxes is expected'],
  [/^torch\.nn\.parallel\./, 'the shell of a training on several devices; save the network inside it'],
];

/** The refusal of a module class that is not known; says which family it belongs to when that is known. */
export function unsupportedClass(className: string, where: string): CheckpointError {
  const family = FAMILIES.find(([pattern]) => pattern.test(className));
  const remark = family === undefined ? '' : `: it is ${family[1]}`;
  return new CheckpointError('unsupported', `the class ${shorten(className)} is not supported${remark}`, where);
}
