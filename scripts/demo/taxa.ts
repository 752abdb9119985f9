/** The little world of the demonstration: its species, and where they live. */

export interface Species {
  /** `class;order;family;genus;species`. */
  readonly key: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3; with a colon, US states: `USA:AK,WY`. A space between entries. */
  readonly lives: string;
  /** Countries or states in which the geofence blocks it in spite of that. */
  readonly blocked?: string;
}

const NORTH_AMERICA = 'CAN USA MEX';
const EAST_AFRICA = 'KEN TZA UGA ETH';
const SOUTHERN_AFRICA = 'ZAF NAM BWA ZWE ZMB MOZ AGO';
const EUROPE =
  'ALB AUT BEL BGR CHE CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ITA LTU LUX LVA NLD NOR POL PRT ROU SRB SVK SVN SWE UKR';
const NORTH_ASIA = 'CHN IND IRN JPN KAZ KOR MNG NPL PAK RUS TUR';
const FAMILY_OF_FARMS = `${NORTH_AMERICA} ${EUROPE} ${NORTH_ASIA} ${EAST_AFRICA} ${SOUTHERN_AFRICA} ARG AUS BRA CHL COL NZL PER URY`;

export const demoSpecies = {
  redFox: {
    key: 'mammalia;carnivora;canidae;vulpes;vulpes',
    name: 'red fox',
    lives: `CAN USA ${EUROPE} ${NORTH_ASIA} AUS DZA EGY MAR TUN`,
    blocked: 'USA:HI',
  },
  swiftFox: {
    key: 'mammalia;carnivora;canidae;vulpes;velox',
    name: 'swift fox',
    lives: 'CAN USA:CO,KS,MT,ND,NE,NM,OK,SD,TX,WY',
  },
  coyote: {
    key: 'mammalia;carnivora;canidae;canis;latrans',
    name: 'coyote',
    lives: `${NORTH_AMERICA} CRI GTM HND NIC PAN SLV`,
    blocked: 'USA:HI',
  },
  jackal: {
    key: 'mammalia;carnivora;canidae;canis;mesomelas',
    name: 'black-backed jackal',
    lives: `${EAST_AFRICA} ${SOUTHERN_AFRICA} SOM`,
  },
  whiteTailedDeer: {
    key: 'mammalia;artiodactyla;cervidae;odocoileus;virginianus',
    name: 'white-tailed deer',
    lives: `${NORTH_AMERICA} BOL COL CRI ECU FIN GTM HND NIC PAN PER SLV VEN`,
    blocked: 'USA:AK,HI',
  },
  muleDeer: {
    key: 'mammalia;artiodactyla;cervidae;odocoileus;hemionus',
    name: 'mule deer',
    lives: NORTH_AMERICA,
    blocked: 'USA:FL,GA,NY',
  },
  elk: { key: 'mammalia;artiodactyla;cervidae;cervus;canadensis', name: 'elk', lives: 'CAN USA CHN KAZ MNG RUS' },
  giraffe: {
    key: 'mammalia;artiodactyla;giraffidae;giraffa;camelopardalis',
    name: 'giraffe',
    lives: `${EAST_AFRICA} ${SOUTHERN_AFRICA} NER TCD`,
  },
  brownBear: {
    key: 'mammalia;carnivora;ursidae;ursus;arctos',
    name: 'brown bear',
    lives: `CAN USA:AK,ID,MT,WA,WY ALB BGR ESP EST FIN GRC HRV ITA NOR POL ROU SRB SVK SVN SWE UKR ${NORTH_ASIA}`,
  },
  blackBear: {
    key: 'mammalia;carnivora;ursidae;ursus;americanus',
    name: 'american black bear',
    lives: NORTH_AMERICA,
    blocked: 'USA:HI',
  },
  raccoon: {
    key: 'mammalia;carnivora;procyonidae;procyon;lotor',
    name: 'northern raccoon',
    lives: `${NORTH_AMERICA} CRI DEU FRA JPN PAN POL`,
  },
  elephant: {
    key: 'mammalia;proboscidea;elephantidae;loxodonta;africana',
    name: 'african elephant',
    lives: `${EAST_AFRICA} ${SOUTHERN_AFRICA} CMR COD GAB MLI NGA SSD TCD`,
  },
  plainsZebra: {
    key: 'mammalia;perissodactyla;equidae;equus;quagga',
    name: 'plains zebra',
    lives: `${EAST_AFRICA} ${SOUTHERN_AFRICA} SSD`,
  },
  grevysZebra: { key: 'mammalia;perissodactyla;equidae;equus;grevyi', name: "grevy's zebra", lives: 'ETH KEN' },
  horse: { key: 'mammalia;perissodactyla;equidae;equus;caballus', name: 'domestic horse', lives: FAMILY_OF_FARMS },
  ostrich: {
    key: 'aves;struthioniformes;struthionidae;struthio;camelus',
    name: 'common ostrich',
    lives: `${EAST_AFRICA} ${SOUTHERN_AFRICA} AUS SDN SEN TCD`,
  },
  turkey: {
    key: 'aves;galliformes;phasianidae;meleagris;gallopavo',
    name: 'wild turkey',
    lives: `${NORTH_AMERICA} NZL`,
  },
} as const satisfies Record<string, Species>;

export type SpeciesName = keyof typeof demoSpecies;

/** Common names of the higher taxa; what is missing is called after its rank. */
export const HIGHER_NAMES: Readonly<Record<string, string>> = {
  'mammalia;;;;': 'mammal',
  'aves;;;;': 'bird',
  'mammalia;carnivora;;;': 'carnivorous mammal',
  'mammalia;carnivora;canidae;;': 'canine family',
  'mammalia;carnivora;ursidae;;': 'bear family',
};

/** Higher taxa that the classifier itself may answer. */
export const ANSWERED_HIGHER_TAXA: readonly string[] = [
  'mammalia;carnivora;canidae;;',
  'mammalia;artiodactyla;cervidae;;',
  'mammalia;perissodactyla;equidae;equus;',
  'mammalia;;;;',
  'aves;;;;',
];
