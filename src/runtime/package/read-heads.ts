import type { DetectorInputSize, HeadLevel } from '../../domain/model-package';
import { expectList, expectObject, ParseError } from '../../domain/parse-error';
import { parseJson } from '../../domain/partial-predictions';
import { METADATA_KEYS } from '../../weights/imported-network';
import type { OnnxModel } from '../../weights/onnx-model';
import { PackageError } from './package-error';
import { describeDims } from './read-network';

/** How the raw heads of a network are to be decoded, from the metadata that our importer writes. */
export interface HeadsFacts {
  readonly levels: readonly HeadLevel[];
  readonly inputSize: DetectorInputSize;
  readonly classCount: number;
}

/** What `dynamic` stands for. */
const DYNAMIC = { longSide: 1280, stride: 64 };

/** Null when the file does not speak of raw heads. @throws PackageError when what it says can't be, or does not fit. */
export function readHeads(model: OnnxModel, name: string): HeadsFacts | null {
  const text = model.metadata.get(METADATA_KEYS.yoloHeads);
  if (text === undefined) return null;
  try {
    return parseHeads(parseJson(text, METADATA_KEYS.yoloHeads), model);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const layout = `raw YOLOv5 heads, ${error.message}`;
    throw new PackageError('unsupported-layout', `"${name}": ${layout}`, { name, layout }, { cause: error });
  }
}

function parseHeads(json: unknown, model: OnnxModel): HeadsFacts {
  const heads = expectObject(json, METADATA_KEYS.yoloHeads);
  const levels = expectList(heads['levels'], 'levels').map(parseLevel);
  const counts = levels.map((level) => countClasses(level, model));
  const [classCount] = counts;
  if (classCount === undefined || counts.some((count) => count !== classCount)) {
    throw new ParseError('levels', 'the same classes in each', counts.join(', '));
  }
  const longSide = expectPositive(heads['imageSize'], 'imageSize');
  const stride = expectPositive(heads['letterboxStride'], 'letterboxStride');
  const isDynamic = longSide === DYNAMIC.longSide && stride === DYNAMIC.stride;
  return { levels, inputSize: isDynamic ? 'dynamic' : { longSide, stride }, classCount };
}

function parseLevel(json: unknown, index: number): HeadLevel {
  const level = expectObject(json, `levels[${index}]`);
  const anchors = expectList(level['anchors'], 'anchors').map((pair) => {
    const [width, height] = expectList(pair, 'anchor');
    return [expectPositive(width, 'anchor'), expectPositive(height, 'anchor')] as const;
  });
  return { outputName: `head${index}`, stride: expectPositive(level['stride'], 'stride'), anchors };
}

/** The channels of a head are, for each anchor, box, objectness and classes. */
function countClasses({ outputName, anchors }: HeadLevel, { outputs }: OnnxModel): number {
  const dims = outputs.find((output) => output.name === outputName)?.dims ?? null;
  const channels = dims?.[1];
  const classes = typeof channels === 'number' ? channels / anchors.length - 5 : NaN;
  if (dims?.length !== 4 || !Number.isInteger(classes) || classes < 1) {
    throw new ParseError(outputName, `[1, ${anchors.length} * (5 + classes), rows, columns]`, describeDims(dims));
  }
  return classes;
}

function expectPositive(value: unknown, where: string): number {
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
  throw new ParseError(where, 'a number above zero', String(value));
}
