/** A rectangle of the window, CSS px. */
export interface WindowRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** At which edge of the window a card does not lie over what it points at: the one further away from it. */
export function edgeAwayFrom(target: WindowRect | null, windowHeight: number): 'top' | 'bottom' {
  if (target === null) return 'bottom';
  return windowHeight - (target.top + target.height) >= target.top ? 'bottom' : 'top';
}
