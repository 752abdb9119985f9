import type { AppParts } from './app-parts';
import { EMPTY_LABEL_BOOK } from './label-book';
import type { LabelNews } from './label-news';
import { renameLabels } from './rename-labels';

/** Reads what was decided about labels, before the first of them is shown; own labels follow what other tabs make of them. */
export async function restoreLabelBook(
  part: Pick<AppParts, 'storage' | 'store' | 'guarded'>,
  news: LabelNews,
): Promise<void> {
  const { labels } = part.storage;
  const restored = Promise.all([labels.readOwnLabels(), labels.readUse(), labels.readNameLists()]).then(
    async ([ownLabels, use, { lists, shown }]) => {
      const names = shown === null ? [] : await labels.readNames(shown);
      renameLabels(part, { ...EMPTY_LABEL_BOOK, ownLabels, use, nameLists: lists, shownNames: shown, names });
    },
  );
  const follow = part.guarded(async () => {
    await restored; // what was read before the news must not be shown after it
    renameLabels(part, { ownLabels: await labels.readOwnLabels() });
  });
  news.listen(() => void follow());
  await restored;
}
