/** Nobody waits longer, however busy the page is. */
const LONGEST_MS = 150;
/** For Safari, which has no idle callbacks: about two frames. */
const PAUSE_MS = 30;

/** Does work when the page has time between two frames; answers what calls it off. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, PAUSE_MS);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: LONGEST_MS });
  return () => cancelIdleCallback(handle);
}
