import { useMemo } from 'react';
import { createLabelCatalogue, type LabelCatalogue } from '../../../domain/labels/label-catalogue';
import type { OwnLabel } from '../../../domain/labels/own-label';
import type { Taxonomy } from '../../../domain/taxonomy';
import type { LabelTables } from '../../state/label-book';
import { useAppState } from '../../state/app-store';
import { useInPieces } from '../../state/use-in-pieces';
import { userLocale } from '../format/number-format';
import { currentNaming } from '../images/read-label';
import { prepareLabelSearch, type LabelSearch } from './label-search';

/** What can be chosen now: of the open survey's package, else of the one that `loadLabels` read. Null = no package. */
export function useLabelCatalogue(): LabelCatalogue | null {
  const rules = useAppState(({ open }) => open?.rules ?? null);
  const tables = useAppState(({ labelBook }) => labelBook.tables);
  const ownLabels = useAppState(({ labelBook }) => labelBook.ownLabels);
  const offered = rules ?? tables;
  return useMemo(() => (offered === null ? null : catalogueOf(offered, ownLabels)), [offered, ownLabels]);
}

/** The taxonomy of the same package. */
export function useTaxonomy(): Taxonomy | null {
  return useAppState(({ open, labelBook }) => (open?.rules ?? labelBook.tables)?.taxonomy ?? null);
}

/** The search over a catalogue, or null while it is prepared: once, until labels or their names change. */
export function useLabelSearch(catalogue: LabelCatalogue | null): LabelSearch | null {
  const naming = currentNaming();
  const work = useMemo(
    () => (catalogue === null ? null : () => preparedSearch(catalogue, naming)),
    [catalogue, naming],
  );
  const { result, isCurrent } = useInPieces(work);
  return isCurrent ? result : null;
}

/** The picker is opened many times for the same package. */
let last: { readonly of: LabelTables; readonly own: readonly OwnLabel[]; readonly catalogue: LabelCatalogue } | null =
  null;

function catalogueOf(tables: LabelTables, own: readonly OwnLabel[]): LabelCatalogue {
  // Rules are made anew with each setting; taxonomy and labels stay.
  const isSame = last?.of.taxonomy === tables.taxonomy && last.of.labels === tables.labels && last.own === own;
  if (last === null || !isSame) last = { of: tables, own, catalogue: createLabelCatalogue(tables, own) };
  return last.catalogue;
}

interface Prepared {
  readonly naming: unknown;
  readonly locale: string | undefined;
  readonly search: LabelSearch;
}

const prepared = new WeakMap<LabelCatalogue, Prepared>();

function* preparedSearch(catalogue: LabelCatalogue, naming: unknown): Generator<void, LabelSearch> {
  const there = prepared.get(catalogue);
  const locale = userLocale();
  if (there !== undefined && there.naming === naming && there.locale === locale) return there.search;
  const search = yield* prepareLabelSearch(catalogue);
  prepared.set(catalogue, { naming, locale, search });
  return search;
}
