import type { Answer } from './demo-taxonomy';
import { bear } from './figures/bear';
import { COATS } from './figures/coats';
import { deer } from './figures/deer';
import { elephant } from './figures/elephant';
import { fern, termiteMound } from './figures/false-alarms';
import type { Figure } from './figures/figure';
import { fox } from './figures/fox';
import { hiker } from './figures/hiker';
import { offRoader } from './figures/off-roader';
import { ostrich } from './figures/ostrich';
import { raccoonAtNight } from './figures/raccoon';
import { zebra } from './figures/zebra';

/** What the demonstration classifier has "seen": a figure, and how it answers when it sees one like it. */
export interface Specimen {
  readonly name: string;
  /** Null = an empty picture. */
  readonly figure: Figure | null;
  readonly light: 'day' | 'night';
  /** Shares of the answers; what is missing to 1 is spread over all labels. */
  readonly answers: Partial<Record<Answer, number>>;
}

export const specimens: readonly Specimen[] = [
  day('red fox', fox(COATS.redFox), { redFox: 0.95, swiftFox: 0.025, coyote: 0.01 }),
  day('swift fox', fox(COATS.swiftFox), { swiftFox: 0.86, redFox: 0.06, coyote: 0.04 }),
  day('coyote', fox(COATS.coyote), { coyote: 0.82, jackal: 0.08, swiftFox: 0.05 }),
  day('jackal', fox(COATS.jackal), { jackal: 0.84, coyote: 0.09, redFox: 0.04 }),
  day('white-tailed buck', deer({ coat: COATS.whiteTailedDeer, antlers: true, ears: 1, head: 'up' }), {
    whiteTailedDeer: 0.92,
    muleDeer: 0.04,
    elk: 0.02,
  }),
  day('mule deer buck', deer({ coat: COATS.muleDeer, antlers: true, ears: 1.7, head: 'up' }), {
    muleDeer: 0.9,
    whiteTailedDeer: 0.05,
    elk: 0.03,
  }),
  day('elk', deer({ coat: COATS.elk, antlers: true, ears: 0.9, head: 'up' }), {
    elk: 0.91,
    whiteTailedDeer: 0.04,
    muleDeer: 0.03,
  }),
  day('grazing deer', deer({ coat: COATS.mixedDeer, antlers: false, ears: 1.2, head: 'grazing' }), {
    whiteTailedDeer: 0.5,
    muleDeer: 0.42,
    elk: 0.04,
  }),
  day('brown bear', bear(COATS.brownBear), { brownBear: 0.73, blackBear: 0.21, elk: 0.02 }),
  day('black bear', bear(COATS.blackBear), { blackBear: 0.9, brownBear: 0.07 }),
  day('elephant', elephant(), { elephant: 0.97, horse: 0.01 }),
  day('plains zebra', zebra(13), { plainsZebra: 0.57, grevysZebra: 0.36, horse: 0.03 }),
  day("grevy's zebra", zebra(24), { grevysZebra: 0.86, plainsZebra: 0.1 }),
  day('ostrich', ostrich(), { ostrich: 0.94, turkey: 0.03 }),
  day('hiker', hiker(), { human: 0.96 }),
  day('off-roader', offRoader(), { vehicle: 0.97 }),
  day('rusty fern', fern(), { blank: 0.93, redFox: 0.02 }),
  day('termite mound', termiteMound(), { blank: 0.996 }),
  day('nothing', null, { blank: 0.97 }),
  night('raccoon', raccoonAtNight(), {
    raccoon: 0.37,
    redFox: 0.17,
    coyote: 0.14,
    blackBear: 0.09,
    whiteTailedDeer: 0.07,
  }),
  night('nothing at night', null, { blank: 0.93 }),
];

function day(name: string, figure: Figure | null, answers: Specimen['answers']): Specimen {
  return { name, figure, light: 'day', answers };
}

function night(name: string, figure: Figure | null, answers: Specimen['answers']): Specimen {
  return { name, figure, light: 'night', answers };
}
