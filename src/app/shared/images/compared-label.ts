import { isWholeLabel } from '../../../domain/comparison/same-label';
import { messages } from '../../messages';
import { labelName } from './image-words';
import { readLabel, type LabelKind } from './read-label';

/** A label of any program's result in people's words: a whole label line, a plain name, or none. */
export function comparedLabelName(label: string | null): string {
  if (label === null || label === '') return messages.images.noLabel;
  if (!isWholeLabel(label)) return label.slice(0, 1).toLocaleUpperCase() + label.slice(1);
  const words = readLabel(label);
  return labelName(words.kind, words);
}

/** What mark stands beside it. A plain name is an animal's, but for the words that are none. */
export function comparedLabelKind(label: string | null): LabelKind {
  if (label === null || label === '') return 'unknown';
  if (isWholeLabel(label)) return readLabel(label).kind;
  const name = label.trim().toLowerCase();
  if (name === 'person' || name === 'human') return 'human';
  return name === 'vehicle' || name === 'blank' || name === 'unknown' ? name : 'animal';
}
