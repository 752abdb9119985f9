import { isKind } from '../pickle/pickle-records';
import type { PickleValue } from '../pickle/pickle-value';

/** The key under which training programs save their network. */
const MODEL_KEY = 'model';

/** The network of a checkpoint, which is its root or lies under "model"; undefined for a dict without that key. */
export function findModel(root: PickleValue): PickleValue | undefined {
  return isKind(root, 'dict') ? root.entries.get(MODEL_KEY) : root;
}
