import { createLabelNames } from '../../domain/labels/label-names';
import { nameLabels } from '../shared/images/read-label';
import type { StatePart } from './app-setting';
import type { LabelBook } from './label-book';

/** Shows another part of the book; labels are read anew where they are shown from now on. */
export function renameLabels({ store }: Pick<StatePart, 'store'>, part: Partial<LabelBook>): void {
  const labelBook = { ...store.getState().labelBook, ...part };
  nameLabels(createLabelNames(labelBook.ownLabels, labelBook.names));
  store.setState({ labelBook });
}
