import { markOfCrops, type CropVectors } from '../../domain/crop-vectors';
import type { ImageVectors } from '../../storage/vector-store';
import type { AppParts } from './app-parts';
import type { AppActions } from './app-actions';

/** What crops of the open survey look like, for likeness alone. */
export function createVectorActions({ storage, opening, guarded }: AppParts): Pick<AppActions, 'readVectors'> {
  return {
    readVectors: guarded(async (filepaths, onBatch) => {
      const session = opening.current();
      if (session === null) return;
      /** Those of other facts of the same path are none. */
      const found = (batch: readonly ImageVectors[]) => {
        const vectors = new Map<string, CropVectors>();
        for (const { filepath, mark, vectors: kept } of batch) {
          const inference = session.rows.get(filepath)?.inference ?? null;
          if (inference !== null && markOfCrops(inference) === mark) vectors.set(filepath, kept);
        }
        return vectors;
      };
      if (filepaths === null) await storage.vectors.readAllVectors(session.id, (batch) => onBatch(found(batch)));
      else await onBatch(found(await storage.vectors.readVectors(session.id, filepaths)));
    }),
  };
}
