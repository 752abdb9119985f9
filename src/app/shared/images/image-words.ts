import { commonNameOf } from '../../../domain/label';
import { messages } from '../../messages';
import { formatCaptureTime } from '../format/format-date';
import { formatScore, type ScoreFormat } from '../format/format-score';
import type { ImageDescription, SmoothedDescription } from './describe-image';
import type { GroupNode } from './image-groups';
import { reviewMarksOf } from '../review/review-marks';
import { readLabel, type LabelKind, type LabelWords } from './read-label';

/** What a label is called on the screen: people's word for it, else its Latin name. */
export function labelName(kind: LabelKind, label: LabelWords | null): string {
  if (label?.isNamedByPerson === true) return label.commonName;
  if (kind !== 'animal' || label === null) return messages.images.kinds[kind];
  return label.commonName || label.scientificName || messages.images.kinds.animal;
}

/** The same of a whole label line. */
export function lineName(line: string): string {
  const label = readLabel(line);
  return labelName(label.kind, label);
}

/** The name within a sentence: the package's in small letters, a person's as it was written. */
export function nameInSentence(line: string): string {
  const label = readLabel(line);
  return label.isNamedByPerson ? label.commonName : commonNameOf(line);
}

export function imageName({ kind, label }: Pick<ImageDescription, 'kind' | 'label'>): string {
  return kind === 'failed' || kind === 'waiting' ? messages.images.kinds[kind] : labelName(kind, label);
}

/** The other species of single boxes, in words; null when there are none. */
export function othersText({ others }: ImageDescription): string | null {
  return others.length === 0 ? null : messages.images.with(others.map((label) => labelName(label.kind, label)));
}

/** The name of a node in the tree of species, or of a row in the table of labels. */
export function groupName({ level, kind, taxon, label }: GroupNode): string {
  if (level === 'class') return messages.images.classes[taxon] ?? raiseFirst(taxon);
  if (level === 'family') return raiseFirst(taxon);
  return kind === 'failed' || kind === 'waiting' ? messages.images.kinds[kind] : labelName(kind, label);
}

/** Score as the strip shows it: a classifier's or the rules' number is bare, a detector's says "conf". */
export function scoreText({ score, scoreIs, machine }: ImageDescription, as: ScoreFormat): string | null {
  if (score === null || machine?.isSame === false) return null; // it was the score of another label
  return scoreIs === 'conf' ? messages.images.conf(formatScore(score, as)) : formatScore(score, as);
}

/** "Smoothed; was Gray fox". */
export function smoothedText({ was }: SmoothedDescription): string {
  return messages.images.smoothed(labelName(was.kind, was));
}

/** Everything a tile shows, for a screen reader: label, score, time, states. */
export function imageInWords(description: ImageDescription, as: ScoreFormat): string {
  const { kind, fileName, count, capturedAt, isGeofenced, rolledUpTo, problem, smoothed } = description;
  const isRead = kind !== 'failed' && kind !== 'waiting';
  return [
    imageName(description),
    isRead ? (count > 1 ? messages.images.times(count) : null) : fileName,
    othersText(description),
    problem === null ? null : messages.images.problems[problem].short,
    scoreText(description, as),
    capturedAt === null ? null : formatCaptureTime(capturedAt),
    isGeofenced ? messages.images.geofenced : null,
    rolledUpTo === null ? null : messages.images.rolledUp(messages.images.levels[rolledUpTo]),
    smoothed === null ? null : smoothedText(smoothed),
    ...reviewMarksOf(description).map(({ id }) => messages.review.marks[id]),
  ]
    .filter((part) => part !== null)
    .join(', ');
}

const raiseFirst = (text: string) => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
