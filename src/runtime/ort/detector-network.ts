import type { DetectorDescription } from '../../domain/model-package';
import { NetworkError } from '../../pipeline/network-error';
import type { DetectorPort } from '../../pipeline/network-ports';
import { describeError } from './describe-error';
import type { Network } from './network';

/** A detector in the YOLOv5 export layout: [1, 3, height, width] to [1, n, 5 + classes]. Throws NetworkError. */
export function createDetectorNetwork(network: Network, description: DetectorDescription): DetectorPort {
  const columns = 5 + description.categories.length;
  return {
    async run({ tensor, width, height }) {
      const { data, dims, runMs } = await network.run(tensor, [1, 3, height, width]).catch((error: unknown) => {
        throw new NetworkError('detector', describeError(error), { cause: error });
      });
      const count = dims[1] ?? 0;
      if (dims.length !== 3 || dims[2] !== columns || data.length !== count * columns) {
        throw new NetworkError('detector', `expected [1, n, ${columns}], got [${dims.join(', ')}]`);
      }
      return { rows: { data, count, columns }, milliseconds: runMs };
    },
  };
}
