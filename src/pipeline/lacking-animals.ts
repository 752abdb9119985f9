import type { Inference } from '../domain/inference';
import type { PackageType } from '../domain/model-package';
import type { RunMode, SpeciesPer } from '../domain/survey';
import { lacksAnimals } from './plan-crop';

const IMAGES_PER_PIECE = 200;

/**
 * The images whose classifier has to run again so that every animal has a species (see `lacksAnimals`), in their order, giving
 * way in between.
 */
export function* lackingAnimals(
  inferences: Iterable<Inference | null>,
  rules: { readonly mode: RunMode; readonly speciesPer: SpeciesPer; readonly type: PackageType },
): Generator<void, readonly Inference[]> {
  const lacking: Inference[] = [];
  if (rules.speciesPer === 'image') return lacking;
  let count = 0;
  for (const inference of inferences) {
    if (inference !== null && lacksAnimals(inference, rules)) lacking.push(inference);
    if (++count % IMAGES_PER_PIECE === 0) yield;
  }
  return lacking;
}
