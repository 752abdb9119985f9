import { observationOf, type Observation } from '../../domain/review/image-review';
import { ANIMAL, BLANK, HUMAN, UNKNOWN, VEHICLE } from '../../domain/special-labels';
import { describeMachine } from '../shared/images/describe-image';
import { machineAnswerOf, type Answer, type ImageKind } from '../shared/images/image-answer';
import { SHOWN_CONF } from '../shared/images/shown-boxes';
import type { SurveyImage } from './app-state';

/** Label lines of kinds, where nothing but the kind of a box is known. */
const LINE_OF_KIND: Partial<Readonly<Record<ImageKind, string>>> = {
  animal: ANIMAL,
  human: HUMAN,
  vehicle: VEHICLE,
  blank: BLANK,
};

/** The label line of an answer; null where it names nothing. */
export function lineOfAnswer({ kind, labelLine }: Pick<Answer, 'kind' | 'labelLine'>): string | null {
  const line = labelLine ?? LINE_OF_KIND[kind];
  return line === undefined || line === UNKNOWN ? null : line;
}

/** What the machine says of an image, whatever people say; null = nothing. */
export const machineLineOf = (image: SurveyImage, labels: readonly string[]): string | null =>
  lineOfAnswer(machineAnswerOf(image, labels));

/**
 * What the machine says is in an image, in the form in which a person says it: the label of the image with the number of its boxes,
 * then other species that single boxes have. Empty where the machine says nothing.
 */
export function suggestedObservations(image: SurveyImage, labels: readonly string[]): readonly Observation[] {
  const answer = describeMachine(image, labels);
  const { kind, count } = answer;
  const main = lineOfAnswer(answer);
  if (main === null) return [];
  if (kind === 'blank') return [observationOf(main)];
  const others = kind === 'animal' ? countOthers(image, main) : new Map<string, number>();
  const othersInAll = [...others.values()].reduce((sum, boxes) => sum + boxes, 0);
  return [
    observationOf(main, Math.max(1, count - othersInAll)),
    ...[...others].map(([label, boxes]) => observationOf(label, boxes)),
  ];
}

/** Boxes with a name of their own that is not the image's: names and how many boxes have each. */
function countOthers({ inference, animals, rejected, smoothed }: SurveyImage, main: string): Map<string, number> {
  const counts = new Map<string, number>();
  animals.forEach((animal, index) => {
    const detection = inference?.detections?.[index];
    if (animal === null || detection === undefined || rejected?.has(index) === true) return;
    if (detection.label !== 'animal' || detection.conf < SHOWN_CONF) return;
    const label = smoothed?.get(index)?.label ?? animal.label;
    if (isOtherSpecies(label, main)) counts.set(label, (counts.get(label) ?? 0) + 1);
  });
  return counts;
}

/** Only whole species: a wider group beside a species ("mammal" beside "red fox") may be the same animal seen badly. */
function isOtherSpecies(label: string, main: string): boolean {
  const species = (line: string) => line.split(';').slice(1, 6).join(';');
  const isSpecies = (line: string) => line.split(';')[5] !== '' && line.split(';')[5] !== undefined;
  return isSpecies(label) && isSpecies(main) && species(label) !== species(main);
}
