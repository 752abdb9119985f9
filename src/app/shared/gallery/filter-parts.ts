import { FAILURE_ORDER } from '../../../domain/failure';
import { SMOOTHING_STEPS } from '../../../domain/megadetector/smooth-group';
import type { TaxonomyLevel } from '../../../domain/prediction';
import { parseWallClock } from '../../../domain/wall-clock';
import type { HeldBackKey } from '../../../pipeline/held-back-groups';
import { parseDiffersFilter, type DiffersFilter } from '../images/differs-filter';
import { IMAGE_KINDS } from '../images/image-groups';
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
} from '../images/image-filter';
import { decodeFields, decodeList, decodeText, encodeList, encodeText } from './address-text';
import { NAME_ORIGINS } from './image-facets';
import { REVIEW_STATES } from './review-states';

/** How one part of the filter stands in an address. */
interface FilterPart<Value> {
  /** Its name there. */
  readonly name: string;
  /** Only asked when the part is set. */
  readonly print: (value: Value) => string;
  /** Null for anything that is no such part. */
  readonly parse: (text: string) => Value | null;
}

const PARTS: { readonly [Name in FilterPartName]: FilterPart<NonNullable<ImageFilter[Name]>> } = {
  event: { name: 'event', print: encodeText, parse: parseText },
  change: { name: 'change', print: printChange, parse: parseChange },
  kinds: { name: 'is', print: printList, parse: listOf(IMAGE_KINDS) },
  groups: { name: 'taxon', print: printList, parse: parseList },
  text: { name: 'text', print: encodeText, parse: parseText },
  score: { name: 'score', print: printRange, parse: parseRange },
  conf: { name: 'conf', print: printRange, parse: parseRange },
  noneAbove: { name: 'noneabove', print: String, parse: parseFraction },
  hasSeveral: { name: 'several', print: () => '1', parse: parseYes },
  isOdd: { name: 'odd', print: () => '1', parse: parseYes },
  origins: { name: 'from', print: printList, parse: listOf(NAME_ORIGINS) },
  reviews: { name: 'review', print: printList, parse: listOf(REVIEW_STATES) },
  failures: { name: 'failed', print: printList, parse: listOf(FAILURE_ORDER) },
  folders: { name: 'folder', print: printFolders, parse: parseFolders },
  days: { name: 'days', print: printDays, parse: parseDays },
  hours: { name: 'hours', print: ({ from, to }) => `${from}-${to}`, parse: parseHours },
  heldBack: { name: 'held', print: printHeldBack, parse: parseHeldBack },
  differs: { name: 'differs', print: printDiffers, parse: parseDiffers },
  agreement: { name: 'cell', print: printAgreement, parse: parseAgreement },
};

/** The parts that are set, by their names in an address. */
export function printFilter(filter: ImageFilter): readonly (readonly [name: string, text: string])[] {
  return FILTER_PART_NAMES.filter((name) => isPartSet(filter, name)).map((name) => [
    PARTS[name].name,
    printPart(name, filter),
  ]);
}

/** Parts that are missing, unknown or unreadable hold nothing back. */
export function parseFilter(pairs: ReadonlyMap<string, string>): ImageFilter {
  const parsed = FILTER_PART_NAMES.map((name) => {
    const text = pairs.get(PARTS[name].name);
    return [name, (text === undefined ? null : PARTS[name].parse(text)) ?? NO_FILTER[name]] as const;
  });
  return { ...NO_FILTER, ...Object.fromEntries(parsed) };
}

function printPart(name: FilterPartName, filter: ImageFilter): string {
  const value = filter[name];
  return value === null ? '' : (PARTS[name] as FilterPart<unknown>).print(value);
}

function parseText(text: string): string | null {
  const decoded = decodeText(text);
  return decoded === null || decoded.trim() === '' ? null : decoded;
}

function printList(texts: readonly string[]): string {
  return encodeList(texts) ?? '';
}

function parseList(text: string): readonly string[] {
  return decodeList(text);
}

function listOf<Word extends string>(known: readonly Word[]) {
  return (text: string): readonly Word[] => {
    const words = new Set(decodeList(text));
    return known.filter((word) => words.has(word));
  };
}

/** Each with a slash in front: the folder that is not in any other has no name of its own. */
function printFolders(folders: readonly string[]): string {
  return printList(folders.map((folder) => `/${folder}`));
}

function parseFolders(text: string): readonly string[] {
  return decodeList(text)
    .filter((folder) => folder.startsWith('/'))
    .map((folder) => folder.slice(1));
}

function printRange({ least, most }: ScoreRange): string {
  return `${least}-${most}`;
}

function parseRange(text: string): ScoreRange | null {
  const [least, most, ...others] = text.split('-').map(parseFraction);
  if (least === undefined || least === null || most === undefined || most === null || others.length > 0) return null;
  return least <= most ? { least, most } : null;
}

function parseFraction(text: string): number | null {
  const value = /^[01](\.\d{1,17})?$/.test(text) ? Number(text) : 2;
  return value <= 1 ? value : null;
}

function parseYes(text: string): boolean {
  return text === '1';
}

function printDays({ from, to }: DayRange): string {
  return `${from ?? ''}..${to ?? ''}`;
}

function parseDays(text: string): DayRange | null {
  const [from, to, ...others] = text.split('..').map((day) => (day === '' ? null : day));
  if (from === undefined || to === undefined || others.length > 0 || (from === null && to === null)) return null;
  const areDays = [from, to].every((day) => day === null || parseWallClock(`${day}T00:00:00`) !== null);
  return areDays && (from === null || to === null || from <= to) ? { from, to } : null;
}

function parseHours(text: string): HourRange | null {
  const match = /^(\d{1,2})-(\d{1,2})$/.exec(text);
  const [from, to] = [Number(match?.[1]), Number(match?.[2])];
  const isRange = match !== null && from <= 23 && to >= 1 && to <= 24 && from !== to && !(from === 0 && to === 24);
  return isRange ? { from, to } : null;
}

function printHeldBack({ label, place }: HeldBackKey): string {
  return encodeList([place.country ?? '', place.admin1Region ?? '', label], '|') ?? '';
}

function parseHeldBack(text: string): HeldBackKey | null {
  const [country, region, label] = decodeFields(text, 3) ?? [];
  if (country === undefined || region === undefined || label === undefined || label === '' || country === '')
    return null;
  return { label, place: { country, admin1Region: region === '' ? null : region } };
}

function printChange({ within, step, was, label }: ChangeFilter): string {
  return encodeList([within, step, was, label], '|') ?? '';
}

function parseChange(text: string): ChangeFilter | null {
  const [withinText, stepText, was, label] = decodeFields(text, 4) ?? [];
  const within = (['image', 'event'] as const).find((name) => name === withinText);
  const step = SMOOTHING_STEPS.find((name) => name === stepText);
  if (within === undefined || step === undefined || was === undefined || label === undefined) return null;
  return { was, label, within, step };
}

/** A label that is not there is "-", a label of that name "--". */
const printMaybe = (label: string | null) => (label === null ? '-' : label.startsWith('-') ? `-${label}` : label);
const parseMaybe = (text: string) => (text === '-' ? null : text.startsWith('--') ? text.slice(1) : text);

function printDiffers(differs: DiffersFilter): string {
  if (differs.what === 'score') return `score|${differs.above}`;
  if (differs.what !== 'transition') return differs.what;
  return encodeList(['transition', printMaybe(differs.from), printMaybe(differs.to)], '|') ?? '';
}

function parseDiffers(text: string): DiffersFilter | null {
  const [what, above] = decodeFields(text, 2) ?? [];
  if (what === 'score' && above !== undefined) {
    const limit = parseFraction(above);
    return limit === null ? null : { what, above: limit };
  }
  const [name, from, to] = decodeFields(text, 3) ?? [];
  if (name === 'transition' && from !== undefined && to !== undefined) {
    return { what: name, from: parseMaybe(from), to: parseMaybe(to) };
  }
  return parseDiffersFilter({ what: text });
}

const AGREEMENT_LEVELS: readonly TaxonomyLevel[] = ['species', 'genus', 'family', 'order', 'class'];

function printAgreement({ level, machine, human }: AgreementFilter): string {
  return encodeList([level, machine, human], '|') ?? '';
}

function parseAgreement(text: string): AgreementFilter | null {
  const [name, machine, human] = decodeFields(text, 3) ?? [];
  const level = AGREEMENT_LEVELS.find((known) => known === name);
  if (level === undefined || machine === undefined || human === undefined) return null;
  return machine === '' || human === '' ? null : { level, machine, human };
}
