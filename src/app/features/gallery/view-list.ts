import type { SavedView } from '../../../storage/settings-store';

/** With one more, or with another look under a name that is there already. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  const place = views.findIndex(({ name }) => name === view.name);
  return place === -1 ? [...views, view] : views.with(place, view);
}

/** The same look under another name. A view that had that name before goes. */
export function renameView(views: readonly SavedView[], from: string, to: string): readonly SavedView[] {
  if (from === to) return views;
  return views.filter(({ name }) => name !== to).map((view) => (view.name === from ? { ...view, name: to } : view));
}
