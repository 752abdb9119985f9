import type { Detection } from '../../../domain/detection';
import type { Prediction } from '../../../domain/prediction';
import { BLANK } from '../../../domain/special-labels';
import { messages } from '../../messages';
import { formatScore, type ScoreFormat } from '../../shared/format/format-score';
import type { WhyStep } from './why-steps';

/** Why an image got its label when the boxes that the classifier looked at were rejected. `kept` = the others, best first. */
export function repeatSteps(
  { label, rule }: Prediction,
  kept: readonly Detection[],
  scoresAs: ScoreFormat,
): readonly WhyStep[] {
  const words = messages.image.explain;
  const best = kept[0];
  const conf = formatScore(best?.conf ?? 0, scoresAs);
  const text =
    rule !== 'repeat' && best !== undefined
      ? words.repeatOthers(words.aThing[best.label], conf)
      : label === BLANK
        ? words.repeatBlank
        : words.repeatUnknown(conf);
  const repeats: WhyStep = { id: 'repeats', head: words.repeats, text, tone: 'hit', struck: null, path: [] };
  return [repeats];
}
