import { useEffect } from 'react';

/** The photo of an event that is played at the moment. */
export interface Played {
  readonly filepath: string;
  /** Milliseconds of `performance.now()` at which it came on. */
  readonly since: number;
}

interface FlickerProps {
  /** Null = nothing is played; it never starts by itself. */
  readonly played: Played | null;
  /** The photo after it; null = there is none, or it can't be drawn without a wait yet: it then comes late, but whole. */
  readonly next: string | null;
  readonly perSecond: number;
  readonly onPlay: (played: Played) => void;
}

/** Shows the photos of an event in quick succession, so that what moved springs to the eye. */
export function useFlicker({ played, next, perSecond, onPlay }: FlickerProps): void {
  useEffect(() => {
    if (played === null || next === null) return;
    const wait = played.since + 1000 / perSecond - performance.now();
    const timer = setTimeout(() => onPlay({ filepath: next, since: performance.now() }), Math.max(0, wait));
    return () => clearTimeout(timer);
  }, [played, next, perSecond, onPlay]);
}
