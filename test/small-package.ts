import { parseGeofence, type GeofenceTable } from '../src/domain/geofence';
import { BLANK, HUMAN, VEHICLE } from '../src/domain/special-labels';
import { parseTaxonomy, type Taxonomy } from '../src/domain/taxonomy';

// A hand-written package for tests: a few cats, dogs and birds with invented uuids. Not biology.

export const LION = 'u-lion;mammalia;carnivora;felidae;panthera;leo;lion';
export const LEOPARD = 'u-leopard;mammalia;carnivora;felidae;panthera;pardus;leopard';
export const PUMA = 'u-puma;mammalia;carnivora;felidae;puma;concolor;puma';
export const DOG = 'u-dog;mammalia;carnivora;canidae;canis;familiaris;domestic dog';
export const BUTEO = 'u-buteo;aves;accipitriformes;accipitridae;buteo;;buteo species';
export const PANTHERA = 'u-panthera;mammalia;carnivora;felidae;panthera;;panthera species';
export const FELIDAE = 'u-felidae;mammalia;carnivora;felidae;;;cat family';
export const CARNIVORA = 'u-carnivora;mammalia;carnivora;;;;carnivorous mammal';
export const MAMMAL = 'u-mammal;mammalia;;;;;mammal';
export const BIRD = 'u-bird;aves;;;;;bird';

/** The classifier's label list. */
export const SMALL_LABELS: readonly string[] = [LION, LEOPARD, PUMA, DOG, BUTEO, BLANK, HUMAN, VEHICLE];

/** Those that are animals and all taxa above them. */
export const SMALL_TAXONOMY: Taxonomy = parseTaxonomy(
  [...SMALL_LABELS, PANTHERA, FELIDAE, CARNIVORA, MAMMAL, BIRD].join('\n'),
);

/** Lions live in Kenya, pumas in California and Chile but not in Texas, cats everywhere but Iceland. */
export const SMALL_GEOFENCE: GeofenceTable = parseGeofence({
  'mammalia;carnivora;felidae;panthera;leo': { allow: { KEN: [] } },
  'mammalia;carnivora;felidae;panthera;': { allow: { KEN: [] } },
  'mammalia;carnivora;felidae;puma;concolor': { allow: { USA: ['CA'], CHL: [] }, block: { USA: ['TX'] } },
  'mammalia;carnivora;felidae;;': { block: { ISL: [] } },
});
