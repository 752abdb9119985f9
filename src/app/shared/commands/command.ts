/** Something that can be done on the screen right now, by its key or by its name. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Heading that it stands under in the list of commands. */
  readonly group: string;
  /** `C`, `Shift+1`, `Ctrl+Z`: each does it. Ctrl is also the Mac's command key. */
  readonly keys?: readonly string[];
  readonly isEnabled?: boolean;
  readonly run: () => void;
}

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The keys of a combination; the name of the last may be a plus. */
export const keysOf = (combination: string): readonly string[] => combination.split(/(?<=.)\+/);

function splitCombination(combination: string): { readonly key: string; readonly modifiers: readonly string[] } {
  const parts = keysOf(combination);
  return { key: parts.at(-1)!, modifiers: parts.slice(0, -1) };
}

/**
 * True when the press is this combination. Letters and digits are taken by their place on the keyboard too, so that they work
 * where the letters are others; of other characters Shift is part of how they are typed.
 */
export function isCombination(press: KeyPress, combination: string): boolean {
  const { key, modifiers } = splitCombination(combination);
  if ((press.ctrlKey || press.metaKey) !== modifiers.includes('Ctrl')) return false;
  if (press.altKey !== modifiers.includes('Alt')) return false;
  if (!/^[A-Z0-9]$/.test(key)) {
    const isNamed = key.length > 1;
    return press.key === key && (!isNamed || press.shiftKey === modifiers.includes('Shift'));
  }
  if (press.shiftKey !== modifiers.includes('Shift')) return false;
  const isTyped = press.key.toUpperCase() === key;
  const isOtherLatin = /^[a-z0-9]$/i.test(press.key) && !isTyped;
  return isTyped || (!isOtherLatin && press.code === (/\d/.test(key) ? `Digit${key}` : `Key${key}`));
}

/** The command that a press asks for; null = none. */
export function commandFor(press: KeyPress, commands: readonly Command[]): Command | null {
  const found = commands.find(
    ({ keys, isEnabled }) => isEnabled !== false && keys?.some((combination) => isCombination(press, combination)),
  );
  return found ?? null;
}
