import { useEffect, useState } from 'react';
import type { FoundVectors } from '../../shared/similar/crop-keys';
import { useActions } from '../../state/app-store';
import type { SpeciesBoxes } from './species-boxes';

/** What the boxes look like to the classifier; null while it is being read, empty when the run has kept nothing. */
export function useBoxVectors(found: SpeciesBoxes | null): FoundVectors | null {
  const actions = useActions();
  const [read, setRead] = useState<{ readonly of: SpeciesBoxes; readonly vectors: FoundVectors } | null>(null);
  useEffect(() => {
    if (found === null) return;
    let isWanted = true;
    let vectors: FoundVectors = new Map();
    const filepaths = [...new Set(found.boxes.map(({ filepath }) => filepath))];
    void actions
      .readVectors(filepaths, (batch) => {
        vectors = batch;
        return Promise.resolve(true);
      })
      // Without them the scores say what is alike; that they could not be read stands across the top.
      .then(() => {
        if (isWanted) setRead({ of: found, vectors });
      });
    return () => {
      isWanted = false;
    };
  }, [actions, found]);
  return read?.of === found ? read.vectors : null;
}
