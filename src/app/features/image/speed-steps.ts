import type { FactSpeed } from '../../../domain/fast-detector/fact-speed';
import { speedMessages as text } from '../../messages/speed-messages';
import { messages } from '../../messages';
import { formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { formatPercent } from '../../shared/format/number-format';
import type { WhyStep } from './why-steps';

/** Whose boxes these are, when the Reference preset did not find them alone; before the rules, which start from them. */
export function speedSteps(speed: FactSpeed | undefined, scoresAs: ScoreFormat): readonly WhyStep[] {
  if (speed === undefined) return [];
  return [{ id: 'speed', head: text.why.head, text: wordsOf(speed, scoresAs), tone: 'plain', struck: null, path: [] }];
}

function wordsOf(speed: FactSpeed, scoresAs: ScoreFormat): string {
  const { fast, secondLook, nothing, found } = text.why;
  if (speed.preset === 'fast') return fast(speed.detector.name, formatPercent(speed.detector.agreement));
  const { detector, detections } = speed.first;
  const [best] = detections;
  const before =
    best === undefined
      ? nothing
      : found(messages.image.explain.things[best.label](1), formatScore(best.conf, scoresAs));
  return secondLook(detector.name, before);
}
