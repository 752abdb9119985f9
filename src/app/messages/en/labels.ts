import type { OwnLabelProblem } from '../../../domain/labels/check-own-label';
import { MAX_LABEL_NAME, MAX_OWN_LABELS } from '../../../domain/labels/own-label';
import type { NameRowProblem } from '../../../domain/labels/name-list';
import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

const names = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'name', other: 'names' })}`;
const labelsText = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'label', other: 'labels' })}`;
const rows = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'row', other: 'rows' })}`;

/** Choosing a label, own labels, favourites and names in other languages. */
export const labels = {
  picker: {
    title: 'Choose a label',
    search: 'Search labels',
    placeholder: 'Name or scientific name',
    hint: 'Names in any order; accents and small errors do not matter. Digits choose while nothing is typed.',
    groups: { favourites: 'Favourites', recent: 'Used last', own: 'Your own labels', general: 'General' },
    current: 'Current label',
    preparing: 'Preparing the search.',
    noPackage: 'No model package is installed. Its labels are what there is to choose from.',
    none: (query: string) => `No label is called “${query}”. You can add it as a label of your own.`,
    found: (count: number) => `${labelsText(count)} found`,
    pin: (name: string) => `Pin ${name} as a favourite`,
    unpin: (name: string) => `Remove ${name} from the favourites`,
    nowPinned: (name: string) => `${name} is a favourite now`,
    unpinned: (name: string) => `${name} is no longer a favourite`,
    results: 'Labels',
    pinKey: 'pin',
    digit: (digit: number) => `key ${digit}`,
    pinned: 'favourite',
    own: 'own label',
    move: 'move',
    choose: 'choose',
    digits: 'recent and favourites',
    addOwn: 'Add own label',
  },
  /** Other words by which people look for labels without a taxon. */
  synonyms: {
    animal: [],
    blank: ['Empty', 'Nothing'],
    human: ['Human', 'People'],
    vehicle: ['Car'],
    unknown: ['Unidentified', 'Not sure'],
  },
  taxon: {
    placeholder: 'Name or scientific name',
    type: 'Type a name: “bear”, “Felidae”, “Panthera pardus”.',
    none: 'No taxon of this package has that name.',
  },
  ownForm: {
    addTitle: 'Add own label',
    changeTitle: 'Change own label',
    intro:
      'A name for what the package does not tell apart: “melanistic red fox” below Red fox, “antelope, unknown” below Bovidae.',
    name: 'Name',
    place: 'Below',
    placeHint: 'Where it belongs in the taxonomy. Summaries and exports by taxon count it there.',
    save: 'Save',
    addAndChoose: 'Add and choose',
    add: 'Add',
    back: 'Back to the search',
    nameHint: `At most ${MAX_LABEL_NAME} characters, no semicolon.`,
  },
  /** `name` = of the label that is in the way. */
  ownProblem: (problem: OwnLabelProblem, name: string): string => {
    switch (problem.problem) {
      case 'no-name':
        return 'Give it a name.';
      case 'no-letters':
        return 'A name needs at least one letter or digit.';
      case 'semicolon':
        return 'A name may not have a semicolon: it parts the fields of a label line.';
      case 'control-character':
        return 'The name has a character that can’t be seen. Type it anew.';
      case 'no-place':
        return 'Choose the taxon that it belongs to.';
      case 'too-long':
        return `The name has ${formatNumber(problem.length)} characters. At most ${MAX_LABEL_NAME} fit.`;
      case 'too-many':
        return `There are ${MAX_OWN_LABELS} own labels already. Change one that you no longer need.`;
      case 'own-there':
        return `You have the label “${name}” there already.`;
      case 'package-there':
        return `The package has the label “${name}” already. Choose that, or say in the name what is different.`;
    }
  },
  settings: {
    title: 'Names',
    intro: 'For all surveys in this browser.',
    ownTitle: 'Your own labels',
    ownText: 'Labels that the package does not have, each with its place in the taxonomy.',
    ownNone: 'None yet.',
    ownAdd: 'Add own label',
    below: (name: string) => `below ${name}`,
    change: (name: string) => `Change ${name}`,
    remove: (name: string) => `Remove ${name}`,
    removedTitle: 'Removed',
    removedText: 'Can no longer be chosen. Images that have one of these labels keep it.',
    offer: (name: string) => `Offer ${name} again`,
    offerAgain: 'Offer again',
    favouritesTitle: 'Favourites',
    favouritesText: 'On the keys 1 to 9, before the labels used last. At most nine.',
    favouritesNone: 'None yet. The keys 1 to 9 choose the labels used last.',
    favouritesAdd: 'Add favourite',
    favouritesFull: 'All nine keys have a favourite. Remove one first.',
    favouriteGone: 'not in this package',
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    unpin: (name: string) => `Remove ${name} from the favourites`,
    namesTitle: 'Common names in another language',
    namesText:
      'From a CSV file with the columns “scientific name” (or “label”, “uuid”) and “common name”, perhaps “language”. Exports keep the package’s names.',
    namesRead: 'Read CSV',
    reading: 'Reading',
    shown: 'Labels are called by',
    package: 'The package’s names',
    packageHint: 'As the model has them, in English.',
    listHint: (count: number, fileName: string) => `${names(count)}, ${fileName}`,
    removeNames: (name: string) => `Remove the names ${name}`,
    dropText: 'Or drop it on this page.',
    match: (named: number, total: number) =>
      `${formatNumber(named)} of ${labelsText(total)} of the package ${plural(named, { one: 'has', other: 'have' })} a name in this list. The others keep the package’s.`,
    unmatched: (count: number) =>
      `${names(count)} ${plural(count, { one: 'belongs', other: 'belong' })} to no label of the package`,
    unmatchedOf: (name: string, taxon: string) => `${name} (${taxon})`,
    more: (count: number) => `and ${formatNumber(count)} more`,
    readReport: (count: number, fileName: string) => `${names(count)} read from ${fileName}.`,
    leftOut: (count: number) => `${rows(count)} of the file left out`,
    rowProblem: (line: number, words: string) => `Line ${formatNumber(line)}: ${words}`,
    rowProblems: {
      'no-taxon': 'no scientific name',
      'no-name': 'no common name',
      'not-a-taxon': 'not a scientific name, label or uuid',
      'name-too-long': 'the name is too long',
      'bad-character': 'the name has a semicolon or a character that can’t be seen',
      repeated: 'this taxon has a name already; the first one counts',
    } satisfies Record<NameRowProblem['problem'], string>,
    noPackage: 'How many labels have a name is told when a model package is installed.',
  },
} as const;
