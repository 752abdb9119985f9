import type { LucideIcon } from 'lucide-react';
import { Blend, CalendarRange, Clock, Folder, GitCompareArrows, Scale } from 'lucide-react';
import { messages } from '../../messages';
import { agreementFilterMessages } from '../../messages/agreement-filter-messages';
import { formatCaptureDate } from '../../shared/format/format-date';
import { formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { comparedLabelName } from '../../shared/images/compared-label';
import type { ImageKind } from '../../shared/images/image-answer';
import type { DiffersFilter } from '../../shared/images/differs-filter';
import {
  FILTER_PART_NAMES,
  isPartSet,
  NO_FILTER,
  type AgreementFilter,
  type ChangeFilter,
  type DayRange,
  type FilterPartName,
  type HourRange,
  type ImageFilter,
  type ScoreRange,
} from '../../shared/images/image-filter';
import { findGroup, type GroupNode } from '../../shared/images/image-groups';
import { groupName, labelName, lineName } from '../../shared/images/image-words';
import { readLabel } from '../../shared/images/read-label';
import { placeName } from '../../shared/place/country-names';

/** One filter that holds images back. */
export interface FilterChip {
  readonly key: string;
  readonly name: string;
  readonly kind: ImageKind | null;
  readonly icon: LucideIcon | null;
  /** What of the filter is other without it. */
  readonly without: Partial<ImageFilter>;
}

export interface ChipWords {
  readonly tree: readonly GroupNode[];
  readonly scoresAs: ScoreFormat;
  /** What the event is called that alone is shown. */
  readonly eventName: string;
}

type Face = Pick<FilterChip, 'name'> & Partial<Pick<FilterChip, 'kind' | 'icon'>>;

/** A chip for each part that is set, and for each value of a list, in the order of the parts. */
export function chipsOf(filter: ImageFilter, words: ChipWords): readonly FilterChip[] {
  return FILTER_PART_NAMES.filter((name) => isPartSet(filter, name)).flatMap((name): readonly FilterChip[] => {
    const value: unknown = filter[name];
    if (!isList(value)) {
      const face = faceOf(name, filter, '', words);
      return [{ key: name, kind: null, icon: null, without: { [name]: NO_FILTER[name] }, ...face }];
    }
    return value.map((item) => ({
      key: `${name} ${item}`,
      kind: null,
      icon: null,
      without: { [name]: value.filter((other) => other !== item) },
      ...faceOf(name, filter, item, words),
    }));
  });
}

const isList = (value: unknown): value is readonly string[] => Array.isArray(value);

/** `item` = the value of a list that the chip is of. */
function faceOf(
  name: FilterPartName,
  filter: ImageFilter,
  item: string,
  { tree, scoresAs, eventName }: ChipWords,
): Face {
  const { galleryFilters, gallery, images } = messages;
  const { chips } = galleryFilters;
  switch (name) {
    case 'event':
      return { name: eventName, icon: CalendarRange };
    case 'change':
      return { name: filter.change === null ? '' : changeName(filter.change), icon: Blend };
    case 'kinds':
      return { name: images.kinds[item as ImageKind], kind: item as ImageKind };
    case 'groups': {
      const node = findGroup(tree, item);
      return node === null ? { name: absentGroupName(item) } : { name: groupName(node), kind: node.kind };
    }
    case 'text':
      return { name: gallery.textChip(filter.text.trim()) };
    case 'score':
      return { name: chips.score(rangeText(filter.score, scoresAs)) };
    case 'conf':
      return { name: chips.conf(rangeText(filter.conf, scoresAs)) };
    case 'noneAbove':
      return { name: galleryFilters.noneAbove(formatScore(filter.noneAbove ?? 0, scoresAs)) };
    case 'hasSeveral':
      return { name: galleryFilters.several };
    case 'isOdd':
      return { name: galleryFilters.odd };
    case 'origins':
      return { name: galleryFilters.origins[item as keyof typeof galleryFilters.origins] };
    case 'reviews':
      return { name: galleryFilters.reviews[item as keyof typeof galleryFilters.reviews] };
    case 'failures':
      return { name: galleryFilters.failures[item as keyof typeof galleryFilters.failures] };
    case 'folders':
      return { name: item === '' ? galleryFilters.topFolder : chips.folder(item), icon: Folder };
    case 'days':
      return { name: filter.days === null ? '' : daysText(filter.days), icon: CalendarRange };
    case 'hours':
      return { name: filter.hours === null ? '' : hoursText(filter.hours), icon: Clock };
    case 'heldBack': {
      const { heldBack } = filter;
      return {
        name: heldBack === null ? '' : gallery.heldBackChip(lineName(heldBack.label), placeName(heldBack.place)),
      };
    }
    case 'differs':
      return { name: filter.differs === null ? '' : differsName(filter.differs, scoresAs), icon: GitCompareArrows };
    case 'agreement':
      return { name: filter.agreement === null ? '' : agreementName(filter.agreement, tree), icon: Scale };
  }
}

function agreementName({ machine, human }: AgreementFilter, tree: readonly GroupNode[]): string {
  const nameOf = (taxon: string) => taxonInWords(taxon, tree);
  return machine === human
    ? agreementFilterMessages.both(nameOf(machine))
    : agreementFilterMessages.differ(nameOf(machine), nameOf(human));
}

/** A whole label, or a taxon of five parts: as the survey calls it, else in Latin. */
function taxonInWords(taxon: string, tree: readonly GroupNode[]): string {
  const parts = taxon.split(';');
  if (parts.length === 7) return lineName(taxon);
  const [taxClass = '', order = '', family = '', genus = ''] = parts;
  const wider = order === '' ? taxClass : genus === '' && family !== '' ? `${taxClass};${family}` : '';
  const node = findGroup(tree, `=${taxon}`) ?? findGroup(tree, wider);
  return node === null ? absentGroupName(taxon.endsWith(';') ? taxon : `=${taxon}`) : groupName(node);
}

/** Of a group that does not occur in this survey: its Latin name, from its key. */
function absentGroupName(key: string): string {
  const taxa = key.replace(/^[=:]/, '').split(';').filter(Boolean);
  const name = taxa.slice(key.startsWith('=') ? -2 : -1).join(' ');
  return name.slice(0, 1).toLocaleUpperCase() + name.slice(1);
}

function rangeText({ least, most }: ScoreRange, scoresAs: ScoreFormat): string {
  return messages.galleryFilters.range(formatScore(least, scoresAs), formatScore(most, scoresAs));
}

function daysText({ from, to }: DayRange): string {
  const { chips } = messages.galleryFilters;
  const [first, last] = [from, to].map((day) => (day === null ? null : formatCaptureDate(`${day}T00:00:00`)));
  if (first === null || first === undefined) return chips.daysTo(last ?? '');
  if (last === null || last === undefined) return chips.daysFrom(first);
  return first === last ? first : chips.days(first, last);
}

function hoursText({ from, to }: HourRange): string {
  const { chips, hour } = messages.galleryFilters;
  return chips.hours(hour(from), hour(to));
}

function changeName({ was, label }: ChangeFilter): string {
  const [before, after] = [readLabel(was), readLabel(label)];
  return messages.events.changeChip(labelName(before.kind, before), labelName(after.kind, after));
}

function differsName(differs: DiffersFilter, scoresAs: ScoreFormat): string {
  const { differsBy } = messages.gallery;
  if (differs.what === 'score') return differsBy.score(formatScore(differs.above, scoresAs));
  if (differs.what !== 'transition') return differsBy[differs.what];
  return differsBy.transition(comparedLabelName(differs.from), comparedLabelName(differs.to));
}
