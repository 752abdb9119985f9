import { createLabelNames } from '../../domain/labels/label-names';
import { NO_LABEL_USE } from '../../domain/labels/label-use';
import { nameLabels } from '../shared/images/read-label';
import type { StatePart } from './app-setting';
import type { LabelBook } from './label-book';

export const EMPTY_LABEL_BOOK: LabelBook = {
  ownLabels: [],
  use: NO_LABEL_USE,
  nameLists: [],
  shownNames: null,
  names: [],
  tables: null,
  reading: { step: 'none' },
};

/** Reads what was decided about labels, before the first of them is shown. */
export async function restoreLabelBook({ storage, store }: Pick<StatePart, 'storage' | 'store'>): Promise<void> {
  const { labels } = storage;
  const [ownLabels, use, { lists, shown }] = await Promise.all([
    labels.readOwnLabels(),
    labels.readUse(),
    labels.readNameLists(),
  ]);
  const names = shown === null ? [] : await labels.readNames(shown);
  nameLabels(createLabelNames(ownLabels, names));
  store.setState({ labelBook: { ...EMPTY_LABEL_BOOK, ownLabels, use, nameLists: lists, shownNames: shown, names } });
}
