/**
 * Lets the page answer the person in the middle of long work. A message goes round the event loop without the delay
 * that timers have in background tabs.
 */
export function letPageAnswer(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** The same, and lets everything else go first that the page has to do; where the browser knows no such order, like the other. */
export function letAllElseGoFirst(): Promise<void> {
  return 'scheduler' in globalThis
    ? globalThis.scheduler.postTask(() => undefined, { priority: 'background' })
    : letPageAnswer();
}
