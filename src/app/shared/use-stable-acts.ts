import { useInsertionEffect, useRef, useState } from 'react';

type Acts = Readonly<Record<string, (...args: never[]) => unknown>>;

/**
 * The same functions for as long as the part is shown, each of which does what was given last: parts that are drawn with them
 * need not be drawn again because of them. For acts of people, which come between drawings; the names must stay the same.
 */
export function useStableActs<Given extends Acts>(acts: Given): Given {
  const latest = useRef(acts);
  // Before all layout effects: one of them may move the focus, and whoever hears of it must know what is drawn now.
  useInsertionEffect(() => {
    latest.current = acts;
  });
  const [stable] = useState(() => {
    const call =
      (name: string) =>
      (...args: never[]) =>
        latest.current[name]!(...args);
    return Object.fromEntries(Object.keys(acts).map((name) => [name, call(name)])) as Given;
  });
  return stable;
}
