import { createFenceReasons, type Fence } from '../domain/geofence';
import type { ImagePlace } from '../domain/image-place';
import { effectiveRegion, type Place } from '../domain/place';
import type { SurveyRules } from './conclude';
import type { HeldBack } from './held-back';

/** One image as far as the geofence is concerned. */
export interface HeldBackImage {
  readonly filepath: string;
  /** Null while there is no fact. */
  readonly place: ImagePlace | null;
  readonly heldBack: readonly HeldBack[];
}

/** A first choice at a place where it was held back. */
export interface HeldBackKey {
  /** Whole label line. */
  readonly label: string;
  readonly place: Place;
}

/** All images of a survey in which one first choice was held back at one place. */
export interface HeldBackGroup extends HeldBackKey {
  readonly fence: Fence;
  /** Images concerned, each once. */
  readonly images: number;
  /** Detections with a species of their own; 0 where only images have one. */
  readonly animals: number;
  /** Whole label lines with the number of images in which they stand instead, the most frequent first. */
  readonly became: readonly { readonly label: string; readonly images: number }[];
  readonly firstFilepath: string;
}

/** What the geofence held back in a whole survey. */
export interface HeldBackSurvey {
  /** The most frequent first. */
  readonly groups: readonly HeldBackGroup[];
  /** Images in which anything was held back. */
  readonly images: number;
}

/** Images looked at before the page may answer the person. */
const STEP = 500;

interface GrowingGroup extends HeldBackKey {
  readonly fence: Fence;
  readonly firstFilepath: string;
  readonly became: Map<string, number>;
  images: number;
  animals: number;
}

/**
 * Gathers what was held back by label and place, in steps. `rules` are those that the images were concluded with; what they
 * do not hold back (images that wait for new rules) is left out.
 */
export function* groupHeldBack(
  images: readonly HeldBackImage[],
  rules: Pick<SurveyRules, 'geofence'>,
): Generator<void, HeldBackSurvey> {
  const groups = new Map<string, GrowingGroup | null>();
  const total = { images: 0 };
  for (const [index, image] of images.entries()) {
    if (index % STEP === STEP - 1) yield;
    if (image.heldBack.length > 0 && image.place !== null) addImage(groups, image, image.place, rules, total);
  }
  const found = [...groups.values()].filter((group) => group !== null).map(finish);
  found.sort((a, b) => b.images - a.images || b.animals - a.animals);
  return { groups: found, images: total.images };
}

/** True when that first choice was held back in this image, at that place. */
export function isHeldBackAt({ place, heldBack }: Omit<HeldBackImage, 'filepath'>, key: HeldBackKey): boolean {
  if (place === null || place.country !== key.place.country) return false;
  return effectiveRegion(place) === key.place.admin1Region && heldBack.some(({ label }) => label === key.label);
}

function addImage(
  groups: Map<string, GrowingGroup | null>,
  { filepath, heldBack }: HeldBackImage,
  imagePlace: ImagePlace,
  { geofence }: Pick<SurveyRules, 'geofence'>,
  total: { images: number },
): void {
  const place: Place = { country: imagePlace.country, admin1Region: effectiveRegion(imagePlace) };
  const seen = new Set<GrowingGroup>();
  const seenTargets = new Set<string>();
  for (const { label, became, detection } of heldBack) {
    const key = JSON.stringify([label, place.country, place.admin1Region]);
    let group = groups.get(key);
    if (group === undefined) {
      const fence = createFenceReasons(geofence, place, true)(label);
      group =
        fence === null
          ? null
          : { label, place, fence, firstFilepath: filepath, became: new Map(), images: 0, animals: 0 };
      groups.set(key, group);
    }
    if (group === null) continue;
    if (detection !== null) group.animals += 1;
    if (!seen.has(group)) group.images += 1;
    seen.add(group);
    const target = JSON.stringify([label, became]);
    if (!seenTargets.has(target)) group.became.set(became, (group.became.get(became) ?? 0) + 1);
    seenTargets.add(target);
  }
  if (seen.size > 0) total.images += 1;
}

function finish({ became, ...group }: GrowingGroup): HeldBackGroup {
  const targets = [...became].map(([label, images]) => ({ label, images }));
  return { ...group, became: targets.sort((a, b) => b.images - a.images) };
}
