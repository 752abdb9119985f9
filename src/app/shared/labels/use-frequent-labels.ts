import { useMemo, useState } from 'react';
import { useAppState } from '../../state/app-store';
import { letAllElseGoFirst } from '../../state/let-page-answer';
import { useInPieces } from '../../state/use-in-pieces';
import { countFrequentLabels } from './count-frequent-labels';

const NONE: readonly string[] = [];

/** Of the survey that was asked about last: each screen of review asks. */
let known: { readonly key: string; readonly rules: unknown; readonly found: readonly string[] } | null = null;

/**
 * The labels that the machine gives most often in the open survey; empty until they are counted. Counted again with other rules,
 * and during a run when there are twice as many images: digits must not change under the hands.
 */
export function useFrequentLabels(): readonly string[] {
  const key = useAppState(({ open }) =>
    open === null || open.loading !== null
      ? null
      : `${open.survey.id} ${Math.floor(Math.log2(1 + open.survey.counts.done))}`,
  );
  const rules = useAppState(({ open }) => open?.rules ?? null);
  const images = useAppState(({ open }) => open?.images ?? null);
  const labels = useAppState(({ open }) => open?.labels ?? NONE);
  const [asked, setAsked] = useState({ key, rules, images, labels });
  if (asked.key !== key || asked.rules !== rules) setAsked({ key, rules, images, labels });
  const isKnown = known !== null && known.key === key && known.rules === rules;
  const work = useMemo(() => {
    if (isKnown || asked.key === null || asked.images === null) return null;
    const question = { key: asked.key, rules: asked.rules };
    return countAndKeep(asked.images, asked.labels, question);
  }, [asked, isKnown]);
  // After the gallery's list: digits are pressed when images are there.
  const { result, isCurrent } = useInPieces(work, letAllElseGoFirst);
  if (isKnown) return known!.found;
  return (isCurrent ? result : null) ?? NONE;
}

function countAndKeep(
  images: Parameters<typeof countFrequentLabels>[0],
  labels: readonly string[],
  question: { readonly key: string; readonly rules: unknown },
) {
  return function* (): Generator<void, readonly string[]> {
    const found = yield* countFrequentLabels(images, labels);
    known = { ...question, found };
    return found;
  };
}
