import type { PickleBudget } from './pickle-budget';
import type { PickleBytes } from './pickle-bytes';
import type { PickleStack } from './pickle-stack';

/** A pickle being read: its bytes, what is open, what it may still cost, and the names it mentioned. */
export interface PickleMachine {
  readonly bytes: PickleBytes;
  readonly stack: PickleStack;
  readonly budget: PickleBudget;
  readonly globals: Map<string, number>;
}
