import type { DetectorDescription } from '../../domain/model-package';
import { NetworkError } from '../../pipeline/network-error';
import type { DetectorPort } from '../../pipeline/network-ports';
import { FAINT_CONF, type DetectorRows } from '../../vision/nms';
import { rowsFromHeads } from '../../vision/yolo-heads';
import { describeError } from './describe-error';
import type { Network, NetworkOutput, NetworkPorts } from './network';

/** What a run asks of a detector: its rows, or the raw heads of all levels. */
export function portsOfDetector(description: DetectorDescription): NetworkPorts {
  const { inputName, inputType } = description;
  const outputNames =
    description.layout === 'yolov5' ? [description.outputName] : description.levels.map(({ outputName }) => outputName);
  return { inputName, inputType, outputNames };
}

/** A detector: [1, 3, height, width] to rows of box, objectness and classes. Throws NetworkError. */
export function createDetectorNetwork(network: Network, description: DetectorDescription): DetectorPort {
  return {
    async run({ tensor, width, height }) {
      try {
        const { outputs, runMs } = await network.run(tensor, [1, 3, height, width]);
        return { rows: rowsOf(outputs, description), milliseconds: runMs };
      } catch (error) {
        throw new NetworkError('detector', describeError(error), { cause: error });
      }
    },
  };
}

/** The rows that a detector's outputs hold; of raw heads only those that the suppression of overlaps would look at. */
function rowsOf(outputs: readonly NetworkOutput[], description: DetectorDescription): DetectorRows {
  const classes = description.categories.length;
  if (description.layout === 'yolov5-heads') return rowsFromHeads(outputs, description.levels, classes, FAINT_CONF);
  const { data, dims } = outputs[0]!;
  const columns = 5 + classes;
  const count = dims[1] ?? 0;
  if (dims.length !== 3 || dims[2] !== columns || data.length !== count * columns) {
    throw new Error(`expected [1, n, ${columns}], got [${dims.join(', ')}]`);
  }
  return { data, count, columns };
}
