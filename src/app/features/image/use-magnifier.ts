import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** Held longer than this, the key shows the lens for as long as it is held; a shorter press leaves it on. */
const HELD_MS = 350;

export interface Magnifier {
  readonly isOn: boolean;
  readonly toggle: () => void;
  /** The key went down; the browser repeats that while it is held. */
  readonly press: (isRepeated: boolean) => void;
}

/** A lens that is switched on and off, or held. */
export function useMagnifier(key: string): Magnifier {
  const [isOn, setOn] = useState(false);
  const pressedAt = useRef<number | null>(null);
  const onKeyUp = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== key || pressedAt.current === null) return;
    if (performance.now() - pressedAt.current >= HELD_MS) setOn(false);
    pressedAt.current = null;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyUp(event);
    document.addEventListener('keyup', listener);
    return () => document.removeEventListener('keyup', listener);
  }, []);
  return {
    isOn,
    toggle: () => setOn(!isOn),
    press: (isRepeated) => {
      if (isRepeated) return;
      pressedAt.current = isOn ? null : performance.now();
      setOn(!isOn);
    },
  };
}
