import type { ImageKind, ImageNames } from '../images/image-answer';
import { allGroupKeysOf, groupKeysOf } from '../images/image-groups';
import type { LabelWords } from '../images/read-label';

/** The same object for all images that are called so: there are few different ones. */
export interface KnownNames extends ImageNames {
  /** The group of its own label: the leaf of the tree. */
  readonly leaf: string;
  /** All groups that it belongs to, its own label's first; the same object for all names of the same groups. */
  readonly groups: readonly string[];
}

/** Names that begin alike: those that end here, and those that go on with another species. */
interface Begun {
  names: KnownNames | null;
  readonly further: WeakMap<LabelWords, Begun>;
}

const begin = (): Begun => ({ names: null, further: new WeakMap() });

/** Label words are the same object for the same label line, until labels are called otherwise. */
const ofLabels = new WeakMap<LabelWords, Begun>();
const ofKinds = new Map<ImageKind, Begun>();

export function knownNames({ kind, label, others }: ImageNames): KnownNames {
  let begun = label === null ? beginning(ofKinds, kind) : beginning(ofLabels, label);
  for (const other of others) begun = beginning(begun.further, other);
  return (begun.names ??= createNames({ kind, label, others }));
}

function beginning<Key>(
  known: { get(key: Key): Begun | undefined; set(key: Key, value: Begun): unknown },
  key: Key,
): Begun {
  const found = known.get(key);
  if (found !== undefined) return found;
  const begun = begin();
  known.set(key, begun);
  return begun;
}

const ofTexts = new Map<string, readonly string[]>();

function createNames({ kind, label, others }: ImageNames): KnownNames {
  const leaves = [
    groupKeysOf({ kind, label }),
    ...others.map((other) => groupKeysOf({ kind: other.kind, label: other })),
  ];
  // A leaf says all groups above it.
  const text = leaves.map((keys) => keys.at(-1)!).join('|');
  const groups = ofTexts.get(text) ?? [...allGroupKeysOf({ kind, label, others })];
  ofTexts.set(text, groups);
  return { kind, label, others, leaf: leaves[0]!.at(-1)!, groups };
}
