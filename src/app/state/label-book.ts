import { NO_LABEL_USE, type LabelUse } from '../../domain/labels/label-use';
import type { NamedTaxon, NameRowProblem } from '../../domain/labels/name-list';
import type { OwnLabel, OwnLabelDraft } from '../../domain/labels/own-label';
import type { Taxonomy } from '../../domain/taxonomy';
import type { NameListEntry } from '../../storage/label-store';
import type { Condition } from './condition';

/** What the person decided about labels; for all surveys, kept in the browser. */
export interface LabelBook {
  /** Removed ones too. */
  readonly ownLabels: readonly OwnLabel[];
  readonly use: LabelUse;
  readonly nameLists: readonly NameListEntry[];
  /** Id of the table that labels are called by; null = the package's own names. */
  readonly shownNames: string | null;
  /** The names of that table. */
  readonly names: readonly NamedTaxon[];
  /** What a package offers while no survey with one is open: see `loadLabels`. */
  readonly tables: LabelTables | null;
  readonly reading: NameReading;
}

/** The part of a package that labels are chosen from. */
export interface LabelTables {
  readonly taxonomy: Taxonomy;
  readonly labels: readonly string[];
}

/** A file with names on its way in, and what became of the last one. */
export type NameReading =
  | { readonly step: 'none' }
  | { readonly step: 'reading' }
  | {
      readonly step: 'read';
      readonly fileName: string;
      /** One for each language of the file. */
      readonly lists: readonly NameListEntry[];
      readonly problems: readonly NameRowProblem[];
    }
  | { readonly step: 'refused'; readonly condition: Condition };

/** Before anything is read or decided. */
export const EMPTY_LABEL_BOOK: LabelBook = {
  ownLabels: [],
  use: NO_LABEL_USE,
  nameLists: [],
  shownNames: null,
  names: [],
  tables: null,
  reading: { step: 'none' },
};

export interface LabelActions {
  /** For screens outside a survey: the labels of the package used last. Does nothing when they are here. */
  loadLabels(): Promise<void>;
  /** Of a draft that `checkOwnLabel` approves: its label line; null when it could not be kept (which is said then). */
  addOwnLabel(draft: OwnLabelDraft): Promise<string | null>;
  /** Everywhere at once: what it was used for has the new name. */
  changeOwnLabel(id: string, draft: OwnLabelDraft): Promise<void>;
  /** False = removed: what it was used for keeps it, but it can no longer be chosen. */
  offerOwnLabel(id: string, isOffered: boolean): Promise<void>;
  /**
   * To be called once for each decision of a person, however many images it is about; `place` is the digit, from 0, that the label
   * was offered on, -1 = none.
   */
  noteLabelUse(line: string, place?: number): Promise<void>;
  pinLabel(line: string): Promise<void>;
  unpinLabel(line: string): Promise<void>;
  moveFavourite(line: string, by: -1 | 1): Promise<void>;
  /** Reads a CSV of names, keeps it and shows its names, in the person's language when the file has several. */
  readNames(file: File): Promise<void>;
  /** Away with what is said about the last file. */
  dismissNameReading(): void;
  /** Null = the package's own names. */
  showNames(id: string | null): Promise<void>;
  removeNames(id: string): Promise<void>;
}
