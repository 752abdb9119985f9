import { createLabelNames } from '../../domain/labels/label-names';
import { moveFavourite, noteUse, pinLabel, unpinLabel } from '../../domain/labels/change-label-use';
import type { LabelUse } from '../../domain/labels/label-use';
import { ownLabelLine, tidyName, type OwnLabel } from '../../domain/labels/own-label';
import { isSameName } from '../../domain/name-words';
import { parseLabels } from '../../domain/label-list';
import { ParseError } from '../../domain/parse-error';
import { parseTaxonomy } from '../../domain/taxonomy';
import { userLocale } from '../shared/format/number-format';
import { nameLabels } from '../shared/images/read-label';
import type { NameLists } from '../../storage/label-store';
import type { StatePart } from './app-setting';
import { toCondition, type Condition } from './condition';
import type { LabelActions, LabelBook } from './label-book';
import { findOwnLabelId } from './own-label-id';
import { readNameFile } from './read-name-file';

/** What a person decides about labels: stored first, then shown. */
export function createLabelActions({
  store,
  storage,
}: Pick<StatePart, 'store' | 'storage'>): Omit<LabelActions, 'dismissNameReading'> {
  const { labels } = storage;
  const book = () => store.getState().labelBook;
  const change = (part: Partial<LabelBook>) => store.setState(({ labelBook }) => ({ labelBook: { ...labelBook, ...part } })); // prettier-ignore

  /** Labels are read anew where they are shown from now on. */
  function rename(part: Partial<Pick<LabelBook, 'ownLabels' | 'nameLists' | 'shownNames' | 'names'>>): void {
    const { ownLabels, names } = { ...book(), ...part };
    nameLabels(createLabelNames(ownLabels, names));
    change(part);
  }

  async function changeUse(act: (use: LabelUse) => LabelUse): Promise<void> {
    change({ use: await labels.changeUse(act) });
  }

  async function changeOwn(id: string, part: Partial<OwnLabel>): Promise<void> {
    const ownLabels = await labels.changeOwnLabels((known) =>
      known.map((label) => (label.id === id ? { ...label, ...part } : label)),
    );
    rename({ ownLabels });
  }

  async function showLists({ lists, shown }: NameLists): Promise<void> {
    const names = shown === null ? [] : await labels.readNames(shown);
    rename({ nameLists: lists, shownNames: shown, names });
  }

  async function addOwnLabel(draft: { readonly taxon: string; readonly name: string }): Promise<string> {
    const { taxon } = draft;
    const name = tidyName(draft.name);
    const id = await findOwnLabelId({ taxon, name }, await labels.readOwnLabels());
    let added: OwnLabel = { id, taxon, name, isOffered: true };
    const ownLabels = await labels.changeOwnLabels((known) => {
      const there = known.find((label) => label.taxon === taxon && isSameName(label.name, name));
      if (there === undefined) return [...known, added];
      added = { ...there, name, isOffered: true };
      return known.map((label) => (label === there ? added : label));
    });
    rename({ ownLabels });
    return ownLabelLine(added);
  }

  async function loadLabels(): Promise<void> {
    const { packages, labelBook } = store.getState();
    if (labelBook.tables !== null) return;
    const { packageId } = await storage.settings.readSettings();
    const usable = packages.filter(({ counts }) => counts.taxa > 0);
    const owner = usable.find(({ id }) => id === packageId) ?? usable[0];
    if (owner === undefined) return;
    const texts = await storage.packages.readRuleTexts(owner);
    const list = texts.labels === null ? [] : parseLabels(texts.labels);
    change({ tables: { labels: list, taxonomy: parseTaxonomy(texts.taxonomy ?? '') } });
  }

  return {
    loadLabels,
    async addOwnLabel(draft) {
      try {
        return await addOwnLabel(draft);
      } catch (error) {
        store.setState({ condition: toCondition(error) });
        return null;
      }
    },
    changeOwnLabel: (id, { taxon, name }) => changeOwn(id, { taxon, name: tidyName(name) }),
    offerOwnLabel: (id, isOffered) => changeOwn(id, { isOffered }),
    noteLabelUse: (line, place) => changeUse((use) => noteUse(use, line, place)),
    pinLabel: (line) => changeUse((use) => pinLabel(use, line)),
    unpinLabel: (line) => changeUse((use) => unpinLabel(use, line)),
    moveFavourite: (line, by) => changeUse((use) => moveFavourite(use, line, by)),
    async readNames(file) {
      change({ reading: { step: 'reading' } });
      try {
        const wanted = [userLocale() ?? [], navigator.languages].flat();
        const { lists, shown, problems } = await readNameFile(file, wanted);
        await showLists(await labels.addNameLists(lists, shown));
        const entries = lists.map(({ entry }) => entry);
        change({ reading: { step: 'read', fileName: file.name, lists: entries, problems } });
      } catch (error) {
        change({ reading: { step: 'refused', condition: refusalOf(error, file) } });
      }
    },
    showNames: async (id) => showLists(await labels.showNames(id)),
    removeNames: async (id) => showLists(await labels.removeNames(id)),
  };
}

/** What the storage says has words of its own; the rest is about the file. */
function refusalOf(error: unknown, file: File): Condition {
  const condition = toCondition(error);
  if (condition.code !== 'unexpected') return condition;
  const code = error instanceof ParseError ? 'names-refused' : 'import-unreadable';
  return { ...condition, code, details: { name: file.name } };
}
