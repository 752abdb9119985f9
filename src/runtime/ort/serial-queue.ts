/** Runs jobs one after the other, in the order they came; a failed job does not hurt the next. */
export type SerialQueue = <Result>(job: () => Promise<Result>) => Promise<Result>;

export function createSerialQueue(): SerialQueue {
  let tail: Promise<unknown> = Promise.resolve();
  return (job) => {
    const result = tail.then(job);
    tail = result.catch(() => undefined); // the caller sees the failure; the queue does not
    return result;
  };
}
