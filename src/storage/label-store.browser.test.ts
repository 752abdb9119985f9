import { describe, expect, it } from 'vitest';
import { noteUse, pinLabel } from '../domain/labels/change-label-use';
import { NO_LABEL_USE } from '../domain/labels/label-use';
import type { OwnLabel } from '../domain/labels/own-label';
import { openAppStorage } from './app-storage';

const bench = () => {
  const prefix = `test-${crypto.randomUUID()}`;
  return { ...openAppStorage(prefix), again: () => openAppStorage(prefix).labels };
};
const own = (id: string): OwnLabel => ({ id, taxon: 'aves;;;;', name: `bird ${id}`, isOffered: true });
const list = (id: string, name: string) => ({
  entry: { id, language: id, fileName: 'names.csv', count: 1 },
  names: [{ taxon: 'aves', name }],
});

describe('the label store', () => {
  it('begins with nothing, beside the settings', async () => {
    const { labels, settings } = bench();
    await settings.updateSettings({ theme: 'dark' });
    expect(await labels.readOwnLabels()).toEqual([]);
    expect(await labels.readUse()).toEqual(NO_LABEL_USE);
    expect(await labels.readNameLists()).toEqual({ lists: [], shown: null });
    expect(await labels.readNames('de')).toEqual([]);
    await labels.changeOwnLabels(() => [own('a')]);
    expect((await settings.readSettings()).theme).toBe('dark');
  });

  it('keeps changes of two tabs that come at once', async () => {
    const { labels, again } = bench();
    const other = again();
    await Promise.all([
      labels.changeOwnLabels((known) => [...known, own('a')]),
      other.changeOwnLabels((known) => [...known, own('b')]),
      labels.changeUse((use) => noteUse(use, 'x')),
      other.changeUse((use) => pinLabel(use, 'y')),
    ]);
    expect((await again().readOwnLabels()).map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect((await again().readUse()).digits.slice(0, 2)).toEqual(['y', 'x']);
  });

  it('keeps tables of names, shows one, and forgets what is removed', async () => {
    const { labels, again } = bench();
    await labels.addNameLists([list('de', 'Vogel'), list('fr', 'oiseau')], 'de');
    await labels.addNameLists([list('de', 'Vögel')], 'de');
    expect((await again().readNameLists()).lists.map(({ id }) => id)).toEqual(['fr', 'de']);
    expect(await again().readNames('de')).toEqual([{ taxon: 'aves', name: 'Vögel' }]);
    expect((await labels.showNames('fr')).shown).toBe('fr');
    expect((await labels.showNames('it')).shown).toBeNull();
    await labels.showNames('fr');
    expect((await labels.removeNames('de')).shown).toBe('fr');
    expect(await labels.removeNames('fr')).toEqual({ lists: [], shown: null });
    expect(await again().readNames('fr')).toEqual([]);
  });
});
