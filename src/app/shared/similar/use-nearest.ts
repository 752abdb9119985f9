import { useEffect, useState } from 'react';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';
import { runInPieces } from '../../state/run-in-pieces';
import { cropOf, type LikenessBasis } from './crop-keys';
import { addNearest, findNearestByScores, type CropRef, type NearCrop } from './find-nearest';

export interface Nearest {
  readonly crops: readonly NearCrop[];
  readonly basis: LikenessBasis;
}

/** The crops of the survey that are most like one; null until they are found. Asked once: reviews meanwhile change nothing. */
export function useNearest(open: OpenSurvey, of: CropRef): Nearest | null {
  const actions = useActions();
  const [found, setFound] = useState<Nearest | null>(null);
  const [{ images, imageOf }] = useState(open);
  const { filepath, index } = of;
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    async function search(): Promise<Nearest> {
      let own: Int8Array | null = null;
      await actions.readVectors([filepath], (batch) => {
        own = cropOf(batch.get(filepath) ?? {}, index);
        return Promise.resolve(true);
      });
      const vector = own as Int8Array | null; // assigned in between
      const ref = { filepath, index };
      if (vector === null) {
        return { crops: await runInPieces(findNearestByScores(ref, images), signal), basis: 'scores' };
      }
      let crops: readonly NearCrop[] = [];
      await actions.readVectors(null, async (batch) => {
        if (signal.aborted) return false;
        crops = await runInPieces(addNearest(ref, vector, crops, batch, imageOf));
        return true;
      });
      return { crops, basis: 'embedding' };
    }
    search().then(
      (nearest) => {
        if (!signal.aborted) setFound(nearest);
      },
      (error: unknown) => {
        if (signal.aborted) return;
        // A bug in the search is one of the screen that shows it: thrown while drawing, its boundary catches it.
        setFound(() => {
          throw error;
        });
      },
    );
    return () => abort.abort();
  }, [actions, images, imageOf, filepath, index]);
  return found;
}
