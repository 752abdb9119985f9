import { useState } from 'react';

const STEP = 50;

/** The first rows of a long list, and how to see more of them. */
export function useFirst<Row>(rows: readonly Row[]) {
  const [limit, setLimit] = useState(STEP);
  return {
    shown: rows.slice(0, limit),
    /** How many the next step brings; 0 = all are shown. */
    more: Math.min(STEP, Math.max(0, rows.length - limit)),
    showMore: () => setLimit(limit + STEP),
  };
}
