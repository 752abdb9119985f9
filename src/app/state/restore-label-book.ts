import { createLabelNames } from '../../domain/labels/label-names';
import { nameLabels } from '../shared/images/read-label';
import type { StatePart } from './app-setting';
import { EMPTY_LABEL_BOOK } from './label-book';

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
