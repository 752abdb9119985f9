import type { Condition } from './condition';

/** Why a merge is not possible, on its way to the screen. */
export class MergeRefused extends Error {
  override readonly name = 'MergeRefused';
  constructor(readonly condition: Condition) {
    super(condition.code);
  }
}
