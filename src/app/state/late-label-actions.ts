import { createGuard, type AppParts } from './app-parts';
import type { LabelActions } from './label-book';
import { loadOnce } from './load-once';

/** The acts on labels before their code is here: the first call fetches it. */
export function lateLabelActions(parts: AppParts): LabelActions {
  const load = loadOnce(async () => (await import('./label-actions')).createLabelActions(parts));
  const guarded = createGuard(parts);
  return {
    loadLabels: guarded(async () => (await load()).loadLabels()),
    addOwnLabel: async (draft) => (await load()).addOwnLabel(draft),
    changeOwnLabel: guarded(async (id, draft) => (await load()).changeOwnLabel(id, draft)),
    offerOwnLabel: guarded(async (id, isOffered) => (await load()).offerOwnLabel(id, isOffered)),
    noteLabelUse: guarded(async (line, place) => (await load()).noteLabelUse(line, place)),
    pinLabel: guarded(async (line) => (await load()).pinLabel(line)),
    unpinLabel: guarded(async (line) => (await load()).unpinLabel(line)),
    moveFavourite: guarded(async (line, by) => (await load()).moveFavourite(line, by)),
    readNames: guarded(async (file) => (await load()).readNames(file)),
    dismissNameReading: () =>
      parts.store.setState(({ labelBook }) => ({ labelBook: { ...labelBook, reading: { step: 'none' } } })),
    showNames: guarded(async (id) => (await load()).showNames(id)),
    removeNames: guarded(async (id) => (await load()).removeNames(id)),
  };
}
