import { createHash } from 'node:crypto';
import type { Species, SpeciesName } from './taxa';
import { ANSWERED_HIGHER_TAXA, HIGHER_NAMES, demoSpecies } from './taxa';

/** Strings that the ensemble compares as a whole (speciesnet 5.0.4, constants.Classification). */
const BLANK = 'f1856211-cfb7-4a5b-9158-c0f72fd09ee6;;;;;;blank';
const ANIMAL = '1f689929-883d-4dae-958c-3d57ab5b6c16;;;;;;animal';
const HUMAN = '990ae9dd-7a59-4344-afcb-1b7b21368000;mammalia;primates;hominidae;homo;sapiens;human';
const HOMO = 'd126f0ec-82dd-46f0-b76a-5985ff6bbc9b;mammalia;primates;hominidae;homo;;human';
const VEHICLE = 'e2895ed5-780b-48f6-8a11-9e27cb594511;;;;;;vehicle';

const RANKS = ['class', 'order', 'family', 'species'];

export type Answer = SpeciesName | 'blank' | 'human' | 'vehicle';

const allSpecies: readonly (readonly [SpeciesName, Species])[] = Object.entries(demoSpecies) as [
  SpeciesName,
  Species,
][];

/** The classifier's label list, in the order of its outputs. */
export const demoLabels: readonly string[] = [
  BLANK,
  HUMAN,
  VEHICLE,
  ...allSpecies.map(([, { key, name }]) => labelOf(key, name)),
  ...ANSWERED_HIGHER_TAXA.map((key) => labelOf(key, higherName(key))),
];

/** Place in the label list. */
export function indexOfAnswer(answer: Answer): number {
  const special = ['blank', 'human', 'vehicle'].indexOf(answer);
  return special >= 0 ? special : 3 + allSpecies.findIndex(([name]) => name === answer);
}

/** The taxonomy: every label with all its ancestors, sorted by taxon. */
export function createTaxonomy(): string {
  const lines = new Map<string, string>();
  for (const [, { key, name }] of allSpecies) {
    for (const ancestor of ancestorsOf(key)) lines.set(ancestor, labelOf(ancestor, higherName(ancestor)));
    lines.set(key, labelOf(key, name));
  }
  for (const key of ['mammalia;primates;;;', 'mammalia;primates;hominidae;;'])
    lines.set(key, labelOf(key, higherName(key)));
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  return `${[ANIMAL, BLANK, VEHICLE, HOMO, HUMAN, ...sorted].join('\n')}\n`;
}

type Regions = Record<string, readonly string[]>;

/** The geofence: where a species may be, and with it all its ancestors (country-wide); blocks for the species only. */
export function createGeofence(): string {
  const rules = new Map<string, { allow: Regions; block?: Regions }>();
  for (const [, { key, lives, blocked }] of allSpecies) {
    const allow = parseRegions(lives);
    rules.set(key, blocked === undefined ? { allow } : { allow, block: parseRegions(blocked) });
    for (const ancestor of ancestorsOf(key)) {
      const rule = rules.get(ancestor) ?? { allow: {} };
      for (const country of Object.keys(allow)) rule.allow[country] = [];
      rules.set(ancestor, rule);
    }
  }
  const sorted = [...rules].sort(([a], [b]) => (a < b ? -1 : 1));
  const byCountry = sorted.map(([key, rule]) => [
    key,
    Object.fromEntries(Object.entries(rule).map(([kind, regions]) => [kind, sortKeys(regions)])),
  ]);
  return `${JSON.stringify(Object.fromEntries(byCountry), null, 1)}\n`;
}

function ancestorsOf(key: string): string[] {
  const parts = key.split(';');
  return [1, 2, 3, 4].map((depth) => parts.map((part, i) => (i < depth ? part : '')).join(';'));
}

function higherName(key: string): string {
  const parts = key.split(';').filter((part) => part !== '');
  return HIGHER_NAMES[key] ?? `${parts[parts.length - 1]!} ${RANKS[parts.length - 1]!}`;
}

/** Real packages name each taxon by a UUID; ours follows from the taxon, so that it never changes. */
function labelOf(key: string, name: string): string {
  const hex = createHash('sha256').update(`understory demonstration ${key}`).digest('hex');
  const variant = '89ab'[parseInt(hex[16]!, 16) % 4]!;
  const id = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `${id.join('-')};${key};${name}`;
}

function parseRegions(text: string): Regions {
  const regions: Regions = {};
  for (const entry of text.split(' ')) {
    const [country = '', states] = entry.split(':');
    regions[country] = states === undefined ? [] : states.split(',');
  }
  return regions;
}

function sortKeys(regions: Regions): Regions {
  return Object.fromEntries(Object.entries(regions).sort(([a], [b]) => (a < b ? -1 : 1)));
}
