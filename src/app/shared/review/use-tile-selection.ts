import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { changeSelection, NOTHING_SELECTED, toggled, upTo, useSelection, withAll } from '../../state/selection';

/** Touches longer than this choose a tile, as everywhere on phones. */
const LONG_PRESS_MS = 500;

export interface TileSelection {
  readonly filepaths: ReadonlySet<string>;
  /** True = the click chose tiles and opens nothing. */
  readonly onClick: (event: MouseEvent, filepath: string) => boolean;
  /** True = the key chose tiles. `next` is the tile that an arrow with Shift goes to. */
  readonly onKeyDown: (event: KeyboardEvent, filepath: string, next: string | null) => boolean;
  readonly toggle: (filepath: string) => void;
  readonly add: (filepaths: Iterable<string>) => void;
  readonly replace: (filepaths: Iterable<string>) => void;
  readonly clear: () => void;
  /** A finger came down on a tile: held there, it chooses the tile. */
  readonly press: (filepath: string) => void;
  /** It left the tile, or moved on it. */
  readonly release: () => void;
}

/** Choosing tiles by click, Shift, Ctrl, Space, Shift with arrows and long press. `orderOf` answers the paths as they are shown. */
export function useTileSelection(surveyId: string, orderOf: () => readonly string[]): TileSelection {
  const { filepaths } = useSelection(surveyId);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const wasLong = useRef(false);
  const stopTimer = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  useEffect(() => stopTimer, []);
  const toggle = (filepath: string) => changeSelection(surveyId, (selection) => toggled(selection, filepath));
  const extend = (filepath: string, isAdded: boolean) =>
    changeSelection(surveyId, (selection) => upTo(selection, orderOf(), filepath, isAdded));
  return {
    filepaths,
    toggle,
    add: (more) => changeSelection(surveyId, (selection) => withAll(selection, more)),
    replace: (chosen) => changeSelection(surveyId, () => withAll(NOTHING_SELECTED, chosen)),
    clear: () => changeSelection(surveyId, () => NOTHING_SELECTED),
    onClick(event, filepath) {
      if (wasLong.current) {
        wasLong.current = false; // the click that ends a long press
        return true;
      }
      const isToggle = event.ctrlKey || event.metaKey;
      if (event.shiftKey) extend(filepath, isToggle);
      else if (isToggle || filepaths.size > 0) toggle(filepath);
      else return false;
      return true;
    },
    onKeyDown(event, filepath, next) {
      if (event.altKey || event.ctrlKey || event.metaKey) return false;
      if (event.key === ' ' || event.key === 'x' || event.key === 'X') {
        toggle(filepath);
        return true;
      }
      if (event.key === 'Escape' && filepaths.size > 0) {
        changeSelection(surveyId, () => NOTHING_SELECTED);
        return true;
      }
      if (!event.shiftKey || next === null) return false;
      if (filepaths.size === 0) toggle(filepath);
      extend(next, false);
      return true;
    },
    press(filepath) {
      stopTimer();
      wasLong.current = false;
      timer.current = setTimeout(() => {
        wasLong.current = true;
        toggle(filepath);
      }, LONG_PRESS_MS);
    },
    release: stopTimer,
  };
}
