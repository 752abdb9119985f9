import type { MouseEvent } from 'react';

/**
 * A slider or a radio has keys of its own while it has the focus. Whoever moved it with the pointer looks at the photo and
 * goes on with the photo's keys; whoever came by Tab keeps the focus.
 */
export function giveKeysBack({ detail, currentTarget }: MouseEvent<HTMLElement>): void {
  const isByKey = detail === 0;
  const focused = document.activeElement;
  if (isByKey || !(focused instanceof HTMLElement) || !currentTarget.contains(focused)) return;
  if (focused.matches('input, [role="radio"]')) focused.blur();
}
