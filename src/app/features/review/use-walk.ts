import { useMemo, useState } from 'react';
import { useAppState } from '../../state/app-store';
import { afterDone, firstUndone, neighbourOf } from './walk-steps';

export interface WalkOptions {
  /** Filepaths, or ids of events. The same array for as long as it is the same list. */
  readonly list: readonly string[];
  readonly isDone: (item: string) => boolean;
  /** False = previous and next step over those that are done. */
  readonly areDoneShown: boolean;
  /** Which item an image belongs to; null = to none. */
  readonly itemOf: (filepath: string) => string | null;
}

/** Where somebody is on the way through a list. It begins with the first that is not done, also after a reload. */
export interface Walk {
  /** Null = all is done, or the list is empty. */
  readonly current: string | null;
  /** Of the current one, from 0; -1 without one. */
  readonly index: number;
  readonly previous: string | null;
  readonly next: string | null;
  readonly show: (item: string | null) => void;
  /** After the current one was done. */
  readonly goOn: () => void;
}

/** What was undone comes back on the screen. */
export function useWalk({ list, isDone, areDoneShown, itemOf }: WalkOptions): Walk {
  const [chosen, setChosen] = useState<string | null>(null);
  const last = useAppState(({ open }) => open?.reviewing.last ?? null);
  const [heard, setHeard] = useState(last?.id ?? null);
  const places = useMemo(() => new Map(list.map((item, index) => [item, index])), [list]);
  if (last !== null && last.id !== heard) {
    setHeard(last.id);
    const undone = last.way === 'undone' && last.filepath !== null ? itemOf(last.filepath) : null;
    if (undone !== null && places.has(undone)) setChosen(undone);
  }
  const place = chosen === null ? undefined : places.get(chosen);
  const index = place ?? firstUndone(list, isDone);
  const passes = (item: string) => areDoneShown || !isDone(item);
  const at = (found: number) => list[found] ?? null;
  return {
    current: at(index),
    index,
    previous: index === -1 ? null : at(neighbourOf(list, index, -1, passes)),
    next: index === -1 ? null : at(neighbourOf(list, index, 1, passes)),
    show: setChosen,
    goOn: () => setChosen(at(afterDone(list, isDone, index))),
  };
}

/** A list of images. */
export const itself = (filepath: string): string => filepath;
