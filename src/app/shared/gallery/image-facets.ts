import { FAILURE_ORDER } from '../../../domain/failure';
import { marginUncertainty } from '../../../domain/margin-uncertainty';
import { folderOf, rememberFolder } from '../../../domain/megadetector/camera-folder';
import type { StoredFact } from '../../../domain/packed-facts/stored-fact';
import type { Rejected } from '../../../domain/rejected-detections';
import type { SurveyImage } from '../../state/app-state';
import { bestBox } from '../images/image-answer';

/** What an image's name goes back to. An image may have several: rolled up because of the geofence, then smoothed. */
export type NameOrigin = 'detector' | 'classifier' | 'rollup' | 'geofence' | 'smoothed' | 'no-rules';
export const NAME_ORIGINS: readonly NameOrigin[] = [
  'classifier',
  'detector',
  'rollup',
  'geofence',
  'smoothed',
  'no-rules',
];

export const folderOfPath = rememberFolder(folderOf);

/** Bits of the words that are there. */
export function bitsOf<Word>(words: readonly Word[], all: readonly Word[]): number {
  return words.reduce((bits, word) => bits | (1 << all.indexOf(word)), 0);
}

export function failureBitsOf({ failures }: StoredFact): number {
  return failures.length === 0 ? 0 : bitsOf(failures, FAILURE_ORDER);
}

/** Conf of the best box that was not rejected, 0 when there is none; NaN when no detector looked. */
export function bestConf(fact: StoredFact, rejected: Rejected): number {
  if (fact.boxes === null) return Number.NaN;
  const best = bestBox(fact, rejected);
  return best === -1 ? 0 : fact.confOf(best);
}

/** Of the classifier about the best box, or the whole image: see `marginUncertainty`. NaN when it was not asked. */
export function uncertaintyOf(fact: StoredFact, rejected: Rejected): number {
  const best = bestBox(fact, rejected);
  const scores = best === -1 ? null : (fact.scoresOf(`${best}`) ?? fact.scoresOf(`box${best}`));
  const asked = scores ?? fact.scoresOf('image');
  return (asked === null ? null : marginUncertainty(asked)) ?? Number.NaN;
}

/** Of names that smoothing left alone, by how they came about: there are few ways. */
const ofSources = new Map<string | undefined, number>();

/** A bit for each of NAME_ORIGINS. */
export function originBitsOf({ prediction }: SurveyImage, isSmoothed: boolean): number {
  const source = prediction?.source;
  const known = isSmoothed ? undefined : ofSources.get(source);
  if (known !== undefined) return known;
  const bits = bitsOf(originsOf(source, isSmoothed), NAME_ORIGINS);
  if (!isSmoothed) ofSources.set(source, bits);
  return bits;
}

function originsOf(source: string | undefined, isSmoothed: boolean): readonly NameOrigin[] {
  if (source === undefined) return ['no-rules'];
  const origins: NameOrigin[] = [];
  if (source === 'detector' || source === 'classifier') origins.push(source);
  if (source.includes('+rollup_to')) origins.push('rollup');
  if (source.includes('+geofence')) origins.push('geofence');
  if (isSmoothed) origins.push('smoothed');
  return origins;
}
