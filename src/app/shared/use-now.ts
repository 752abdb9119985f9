import { useEffect, useState } from 'react';

/** The time of day, read anew every half minute: a component must not read the clock while it renders. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
