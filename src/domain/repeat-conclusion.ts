import type { Detection } from './detection';
import { ANIMAL_CONF, DECISION_TABLE, isWithin } from './ensemble-table';
import type { Prediction } from './prediction';
import { ANIMAL, BLANK, HUMAN, UNKNOWN, VEHICLE } from './special-labels';

const BLANK_CONF = 0.2;
const LABELS = { animal: ANIMAL, human: HUMAN, vehicle: VEHICLE } as const;

/**
 * What an image is called when its repeat detections were rejected and no class is left that could speak for it. `kept` = the
 * other detections, best first. The ensemble's rules that ask the detector alone (1a, 2b, 5b of speciesnet 5.0.4) count; a box
 * from rule 3a's limit (0.2) on is something unknown; else the image is blank, with what is missing from the best conf to 1
 * as its score. The reference has no such rule, because repeat detections are another program's.
 */
export function concludeWithoutClasses(kept: readonly Detection[]): Prediction {
  const best = kept[0];
  if (best !== undefined) {
    const row = DECISION_TABLE.find(
      ({ detected, conf, topClass, score }) =>
        detected === best.label && topClass === null && score === null && conf !== null && isWithin(best.conf, conf),
    );
    if (row !== undefined) return { label: LABELS[best.label], score: best.conf, source: 'detector', rule: row.rule };
    if (best.label === 'animal' && isWithin(best.conf, ANIMAL_CONF)) {
      return { label: ANIMAL, score: best.conf, source: 'detector', rule: '5b' };
    }
    if (best.conf >= BLANK_CONF) return { label: UNKNOWN, score: best.conf, source: 'detector', rule: 'repeat' };
  }
  return { label: BLANK, score: 1 - (best?.conf ?? 0), source: 'detector', rule: 'repeat' };
}
