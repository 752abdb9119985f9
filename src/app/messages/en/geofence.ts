import type { FenceReason } from '../../../domain/geofence';
import type { FixProblem } from '../../../domain/own-geofence';
import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

const images = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'image', other: 'images' })}`;
const rules = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'rule', other: 'rules' })}`;
const doRules = (count: number, one: string, other: string) => `${rules(count)} ${count === 1 ? one : other}`;

/** The tool "Geofence" of the tab "Refine". */
export const geofence = {
  title: 'Geofence',
  intro:
    'Names that the package does not expect at a place are held back. See which, and correct it with your own rules.',
  switches: {
    title: 'Switches',
    geofence: 'Hold back names that do not belong here',
    geofenceSays: 'Off: the first choice stands, wherever the photo was taken.',
    rollup: 'Roll up to a wider group when no name is certain',
    rollupSays: 'Off: what is not certain enough stays without a name.',
    wouldChange: (count: number, isOn: boolean) =>
      count === 0
        ? `Turning it ${isOn ? 'off' : 'on'} changes no label.`
        : `Turning it ${isOn ? 'off' : 'on'} changes the label of ${images(count)}.`,
    counting: 'Counting what it changes.',
    afterRun: 'What it changes is counted when the run has ended.',
  },
  held: {
    title: 'Held back',
    total: (count: number) => `First choices in ${images(count)}`,
    firstChoice: 'First choice',
    images: 'Images',
    animals: 'Animals',
    why: 'Held back because',
    became: 'Became',
    act: 'Change',
    show: (count: number) => `: show ${count === 1 ? 'its image' : `its ${images(count)}`}`,
    allow: 'Allow it here',
    allowLong: (name: string, place: string) => `Allow it here: ${name} in ${place}`,
    ownRule: 'Your rule',
    release: {
      'country-not-allowed': (place: string) => `The package does not list ${place} for it`,
      'region-not-allowed': (place: string) => `The package does not list ${place} for it`,
      'country-blocked': (place: string) => `The package blocks it in ${place}`,
      'region-blocked': (place: string) => `The package blocks it in ${place}`,
    } satisfies Record<FenceReason, (place: string) => string>,
    own: (taxon: string, place: string) => `${taxon} blocked in ${place}`,
    becameCount: (name: string, count: number) => `${name}, ${images(count)}`,
    moreTargets: (count: number) => `+${formatNumber(count)}`,
    onWay: (count: number) =>
      `In ${formatNumber(count)} more ${plural(count, { one: 'image', other: 'images' })} no first choice was held back, but a wider group on the way of the roll-up.`,
    showMore: (count: number) => `Show ${formatNumber(count)} more`,
    loading: 'Reading the results.',
    none: 'Nothing is held back',
    noneText: 'Every first choice that was certain enough is expected at its place.',
    noFacts: 'No photo is analysed yet. When the run has begun, what is held back stands here.',
    off: 'The geofence is off',
    offText: 'Nothing is held back, and your own rules have no effect until it is switched on.',
    noPlace: 'No image has a country',
    noPlaceText: 'Without one nothing is held back. The country is set on Set-up; it can be changed without a new run.',
    noPackage: 'No model package',
    noPackageText: 'The package of this survey is not here. Its table says what belongs where.',
    noTable: 'This package has no geofence table. Only your own rules hold names back.',
    openSetup: 'Open Set-up',
    openModels: 'Open Models',
  },
  own: {
    title: 'Your own rules',
    count: (count: number) => rules(count),
    intro:
      'They come before the package’s table. The rule for the nearest taxon wins; for the same taxon the later one.',
    empty: 'No rule of your own yet. Add one below, allow a name in the table above, or import a list.',
    import: 'Import CSV',
    export: 'Export CSV',
    removeAll: 'Remove all',
    taxon: 'Taxon',
    rule: 'Rule',
    place: 'Where',
    state: 'Remark',
    act: 'Change',
    rules: { allow: 'Allow', block: 'Block' },
    remove: (rule: string) => `Remove the rule: ${rule}`,
    inWords: (rule: 'allow' | 'block', taxon: string, place: string) =>
      `${rule === 'allow' ? 'allow' : 'block'} ${taxon} in ${place}`,
    takenBack: (number: number) => `Taken back by rule ${formatNumber(number)}`,
    problems: {
      'unknown-taxon': 'Not in this package',
      'country-code': 'No country code',
      'region-code': 'No state code',
    } satisfies Record<FixProblem['problem'], string>,
    exportNote: (left: number) =>
      `The file has the form of speciesnet’s geofence_fixes.csv. ${doRules(left, 'that a later one takes back is', 'that later ones take back are')} left out: there a block always wins, whatever comes later.`,
    number: 'No.',
  },
  add: {
    title: 'Add a rule',
    taxon: 'Taxon',
    rule: 'Rule',
    country: 'Country',
    countryPlaceholder: 'Name or code',
    noCountry: 'No country matches.',
    state: 'State',
    statePlaceholder: 'Any state',
    noState: 'No state matches.',
    add: 'Add rule',
    needsTaxon: 'Choose a taxon to see what the rule changes.',
    needsCountry: 'Choose a country to see what the rule changes.',
    isThere: 'This rule is in your list already.',
  },
  preview: {
    counting: 'Counting the images that change.',
    afterRun: 'The images that change are counted when the run has ended.',
    change: (count: number) => (count === 1 ? '1 image changes.' : `${images(count)} change.`),
    none: 'No image changes.',
    becomes: 'becomes',
    more: (count: number) => `and ${images(count)} more`,
    noLabel: 'no name',
  },
  importing: {
    title: (name: string) => `Rules in ${name}`,
    fresh: (count: number) => doRules(count, 'is new.', 'are new.'),
    known: (count: number) => doRules(count, 'is in your list already.', 'are in your list already.'),
    withProblems: (count: number) =>
      doRules(count, 'cannot be used with this package:', 'cannot be used with this package:'),
    others: (count: number) => `and ${formatNumber(count)} more`,
    addThem: 'Add these as well',
    addThemHint: 'They have no effect until the survey has a package that knows them.',
    add: (count: number) => `Add ${rules(count)}`,
    nothing: 'There is nothing to add.',
    reading: 'Reading',
  },
  line: (held: number, own: number) =>
    [
      held === 0 ? null : `First choices held back in ${images(held)}`,
      own === 0 ? null : `${formatNumber(own)} own ${plural(own, { one: 'rule', other: 'rules' })}`,
    ]
      .filter((part) => part !== null)
      .join(', '),
} as const;
