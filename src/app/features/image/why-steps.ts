import type { Comparison, Explanation, RollupStep, RuleCheck } from '../../../domain/explain';
import type { Detection } from '../../../domain/detection';
import type { Fence } from '../../../domain/geofence';
import { scientificNameOf } from '../../../domain/label';
import type { SmoothedClass } from '../../../domain/smoothed-image';
import type { Place } from '../../../domain/survey';
import { messages } from '../../messages';
import { formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { labelName } from '../../shared/images/image-words';
import { readLabel } from '../../shared/images/read-label';
import { SHOWN_CONF } from '../../shared/images/shown-boxes';
import { placeName } from '../../shared/place/country-names';

/** One line of "Why this label", in the order of the rules. */
export interface WhyStep {
  readonly id:
    'detector' | 'classifier' | 'rule' | 'geofence' | 'rollup' | 'fallback' | 'repeats' | 'smoothing' | 'speed';
  readonly head: string;
  readonly text: string;
  /** `hit` decided; `stop` held something back. */
  readonly tone: 'plain' | 'hit' | 'stop';
  /** What was held back, struck through. */
  readonly struck: string | null;
  /** Levels that were tried, the accepted one last. */
  readonly path: readonly string[];
}

export interface WhyContext {
  readonly detections: readonly Detection[];
  readonly place: Place;
  readonly scoresAs: ScoreFormat;
}

export function whySteps(explanation: Explanation, context: WhyContext): readonly WhyStep[] {
  return [
    detectorStep(explanation, context),
    classifierStep(explanation, context),
    ...ruleSteps(explanation, context),
    ...geofenceSteps(explanation, context),
    ...rollupSteps(explanation, context),
    ...fallbackSteps(explanation, context),
  ];
}

const step = (part: Pick<WhyStep, 'id' | 'head' | 'text'> & Partial<WhyStep>): WhyStep => ({
  tone: 'plain',
  struck: null,
  path: [],
  ...part,
});

const words = messages.image.explain;

function detectorStep({ detector, prediction }: Explanation, { detections, scoresAs }: WhyContext): WhyStep {
  const { label, conf, hasBox } = detector;
  const count = detections.filter((detection) => detection.label === label && detection.conf >= SHOWN_CONF).length;
  const text = !hasBox
    ? words.foundNothing
    : count === 0
      ? words.foundWeak(words.things[label](1), formatScore(conf, scoresAs))
      : words.found(words.things[label](count), formatScore(conf, scoresAs));
  return step({ id: 'detector', head: words.detector, text, tone: prediction.source === 'detector' ? 'hit' : 'plain' });
}

function classifierStep({ classifier }: Explanation, { scoresAs }: WhyContext): WhyStep {
  const score = formatScore(classifier.score, scoresAs);
  const name = nameInText(classifier.label);
  const text = classifier.crop === 'image' ? words.says(name, score) : words.saysOfBox(name, score);
  return step({ id: 'classifier', head: words.classifier, text });
}

/** Rules 1a to 4b: the one that holds. Rules 5a to 5c have no line in the table and follow from the roll-up. */
function ruleSteps({ checks, prediction }: Explanation, { scoresAs }: WhyContext): readonly WhyStep[] {
  const decided = checks.find(({ holds }) => holds);
  if (decided !== undefined) {
    const text = words.applies(conditionsOf(decided, scoresAs));
    return [step({ id: 'rule', head: words.rule(decided.rule), text, tone: 'hit' })];
  }
  if (prediction.rule !== '5a') return [];
  return [step({ id: 'rule', head: words.rule('5a'), text: words.ruleFive, tone: 'hit' })];
}

/** Also where no name was certain enough: the roll-up could not end at a group that the first choice's fence closes. */
function geofenceSteps(explanation: Explanation, { place }: WhyContext): readonly WhyStep[] {
  const { topClassFence, classifier, candidates, prediction, isRollupSkipped } = explanation;
  const isRolledUp = prediction.rule.startsWith('5') && !isRollupSkipped;
  const fence = topClassFence ?? (isRolledUp ? (candidates[0]?.fence ?? null) : null);
  if (fence === null) return [];
  const name = nameInText(classifier.label);
  const text = words.blocks(name, fenceText(fence, placeName(place)));
  return [step({ id: 'geofence', head: words.geofence, text, tone: 'stop', struck: name })];
}

/** A person's own list is named with the taxon of its rule, which may be a wider group than what it stops. */
function fenceText({ reason, origin, taxon }: Fence, place: string): string {
  const text = words.fences[reason](place);
  return origin === 'own' ? words.byOwnList(text, scientificNameOf(`;${taxon};`)) : text;
}

function rollupSteps({ rollup, isRollupSkipped }: Explanation, { scoresAs }: WhyContext): readonly WhyStep[] {
  if (isRollupSkipped) return [step({ id: 'rollup', head: words.rollup, text: words.rollupOff })];
  const last = rollup.at(-1);
  if (last === undefined) return [];
  const limit = formatScore(last.threshold, scoresAs);
  const text =
    last.isAbove && last.best !== null
      ? words.rollsUp(messages.images.levels[last.level], formatScore(last.best.sum, scoresAs), limit)
      : words.rollupFails(limit);
  return [
    step({
      id: 'rollup',
      head: words.rollup,
      text,
      tone: last.isAbove ? 'hit' : 'plain',
      path: rollup.map((level) => levelText(level, scoresAs)),
    }),
  ];
}

function fallbackSteps({ prediction, detector }: Explanation, { scoresAs }: WhyContext): readonly WhyStep[] {
  if (prediction.rule === '5b') {
    const text = words.ruleAnimal(formatScore(detector.conf, scoresAs));
    return [step({ id: 'fallback', head: words.rule('5b'), text, tone: 'hit' })];
  }
  if (prediction.rule === '5c') {
    return [step({ id: 'fallback', head: words.rule('5c'), text: words.ruleNothing, tone: 'hit' })];
  }
  return [];
}

/** What smoothing made of the image's label, and by which of its steps. */
export interface SmoothingStepWords extends Pick<SmoothedClass, 'within' | 'step'> {
  /** The new name. */
  readonly name: string;
}

/** After the rules of the ensemble: its answer is another one. */
export function smoothingSteps(smoothing: SmoothingStepWords | null): readonly WhyStep[] {
  if (smoothing === null) return [];
  const name = smoothing.name.slice(0, 1).toLocaleLowerCase() + smoothing.name.slice(1);
  const text = messages.events.smoothedBy(smoothing, name);
  return [step({ id: 'smoothing', head: messages.events.smoothing, text, tone: 'hit' })];
}

function levelText({ level, best, isAbove }: RollupStep, scoresAs: ScoreFormat): string {
  const levelName = messages.images.levels[level];
  if (best === null) return words.skipped(levelName);
  const name = readLabel(best.label).scientificName || labelName('animal', readLabel(best.label));
  return isAbove
    ? `${levelName} ${name} ${formatScore(best.sum, scoresAs)}`
    : `${levelName} ${formatScore(best.sum, scoresAs)}`;
}

/** "score above 0.65 and an animal box above 0.20": what a rule asks for, in the order of its table. */
export function conditionsOf({ comparisons }: RuleCheck, scoresAs: ScoreFormat): string {
  const detected = comparisons.find((comparison) => comparison.of === 'detected')?.expected;
  return comparisons
    .map((comparison) => conditionText(comparison, detected ?? 'any', scoresAs))
    .filter((text) => text !== null)
    .join(words.and);
}

function conditionText(comparison: Comparison, box: keyof typeof words.box, scoresAs: ScoreFormat): string | null {
  switch (comparison.of) {
    case 'detected':
      return null; // said together with its conf
    case 'conf':
      return words.confIs[comparison.is](words.box[box], formatScore(comparison.limit, scoresAs));
    case 'score':
      return words.scoreIs[comparison.is](formatScore(comparison.limit, scoresAs));
    case 'top-class':
      return words.topIs[comparison.expected];
  }
}

/** Inside a sentence names begin small, as the label list writes them; a person's stay as they are. */
function nameInText(line: string): string {
  const label = readLabel(line);
  const name = labelName(label.kind, label);
  if (label.isNamedByPerson) return name;
  return name.slice(0, 1).toLocaleLowerCase() + name.slice(1);
}
