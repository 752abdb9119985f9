import type { RollupLevel } from '../../../domain/prediction';
import type { Conclusion } from '../../../domain/rollup';
import { messages } from '../../messages';
import { formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { labelName } from '../../shared/images/image-words';
import { readLabel } from '../../shared/images/read-label';

/** The species of one box in words. */
export interface BoxSpecies {
  readonly name: string;
  readonly scientificName: string;
  /** Score, and what geofence and roll-up did. */
  readonly text: string;
}

/** A roll-up to the species itself changed nothing that is worth a word. */
export function boxSpecies({ label, score, source }: Conclusion, scoresAs: ScoreFormat): BoxSpecies {
  const { image, images } = messages;
  const words = readLabel(label);
  const level = /rollup_to_(\w+)$/.exec(source)?.[1] as RollupLevel | undefined;
  const parts = [
    image.speciesScore(formatScore(score, scoresAs)),
    source.includes('+geofence') ? image.speciesGeofenced : null,
    level === undefined || level === 'species' ? null : image.speciesRolledUp(images.levels[level]),
    source.endsWith('rollup_failed') ? image.speciesNoGroup : null,
  ];
  return {
    name: labelName(words.kind, words),
    scientificName: words.scientificName,
    text: parts.filter((part) => part !== null).join(', '),
  };
}
