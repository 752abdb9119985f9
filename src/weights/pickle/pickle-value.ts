/**
 * What a pickle describes, as inert records: nothing in a pickle is ever run. Dictionaries keep their order; lists and
 * dictionaries may contain themselves, so whoever walks them must bound the walk.
 */
export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly PickleValue[] // a list, a tuple or a set: for a network they mean the same
  | PickleDict
  | PickleGlobal
  | PickleObject
  | PickleCall
  | PicklePersistent;

/** A dict or OrderedDict. Keys are strings in all that we read; other keys are kept in `otherKeys` as a count. */
export interface PickleDict {
  readonly kind: 'dict';
  readonly entries: Map<string | number, PickleValue>;
  /** How many entries had a key that is neither text nor a number; they are dropped. */
  otherKeys: number;
}

/** A name only: `torch.nn.modules.conv.Conv2d`. It is never looked up. */
export interface PickleGlobal {
  readonly kind: 'global';
  readonly module: string;
  readonly name: string;
}

/** An object made by NEWOBJ, with the state of its BUILD. */
export interface PickleObject {
  readonly kind: 'object';
  readonly type: PickleGlobal;
  readonly args: PickleValue;
  state: PickleValue;
}

/** A call that the pickle asks for (REDUCE, INST, OBJ) and that is not made. `state` is that of a following BUILD. */
export interface PickleCall {
  readonly kind: 'call';
  readonly target: PickleValue;
  readonly args: PickleValue;
  state: PickleValue;
}

/** A reference to something outside the pickle: torch's storages. */
export interface PicklePersistent {
  readonly kind: 'persistent';
  readonly id: PickleValue;
}
