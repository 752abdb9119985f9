import { comparePathsByComponents } from '../path-order';
import { sortInPieces } from '../sort-in-pieces';
import { randomNumberOf } from './random-number-of';

/** A part of the blanks from which the sample takes its share: a folder or a camera. */
export interface BlankStratum {
  readonly name: string;
  /** Its images, looked at or not. */
  readonly blanks: number;
}

/** All images that the machine calls blank, in the order in which a person looks at them. */
export interface BlankSample {
  /** However many of the first are taken, they are a stratified random sample without replacement. */
  readonly filepaths: readonly string[];
  /** In the order in which the images first name them. */
  readonly strata: readonly BlankStratum[];
  /** Of each image in `filepaths` its stratum's number. */
  readonly stratumOf: Uint32Array;
}

/** How blanks are drawn. */
export interface BlankSampleOptions {
  /** The stratum of an image by its path, mostly `folderOf` or `cameraFolderOf`. */
  readonly stratumOf: (filepath: string) => string;
  /** A whole number of 32 bits, kept with the check: the same seed gives the same sample. */
  readonly seed: number;
}

interface DrawnImage {
  readonly filepath: string;
  readonly stratum: number;
  readonly random: number;
}

/**
 * The images that the machine calls blank in the order of a stratified random sample, giving way in between. What a
 * person said of an image must not decide whether it is among them, or the sample is none. Paths must be unique.
 *
 * Within a stratum an image's place follows from a random number of its own, by its path and the seed (permanent random
 * numbers: Ohlsson 1995, in Business Survey Methods, 153). So a reload goes on with the same sample, and images that
 * come or go leave the order of the others alone. Between strata the method of equal proportions (Huntington and Hill;
 * Balinski and Young 2001, Fair Representation) says which is next: each stratum gives one image before any gives two,
 * in random order; after that shares stay as near to the strata's sizes as whole numbers can, at any length of the
 * sample.
 */
export function* orderBlankSample(
  blanks: Iterable<string>,
  { stratumOf, seed }: BlankSampleOptions,
): Generator<void, BlankSample> {
  const members = new Map<string, DrawnImage[]>();
  for (const filepath of blanks) {
    const name = stratumOf(filepath);
    let images = members.get(name);
    if (images === undefined) members.set(name, (images = []));
    const stratum = images[0]?.stratum ?? members.size - 1;
    images.push({ filepath, stratum, random: randomNumberOf(filepath, seed) });
    yield;
  }
  const queue: (DrawnImage & { readonly turn: number })[] = [];
  for (const [name, images] of members) {
    const drawn = yield* sortInPieces(images, compareDrawn);
    const firstTurn = randomNumberOf(name, seed) - 2 ** 32; // below the turns that follow
    for (const [taken, image] of drawn.entries()) {
      queue.push({ ...image, turn: taken === 0 ? firstTurn : turnOf(taken, images.length) });
      yield;
    }
  }
  const order = yield* sortInPieces(queue, (one, other) => one.turn - other.turn || compareDrawn(one, other));
  return {
    filepaths: order.map(({ filepath }) => filepath),
    strata: [...members].map(([name, images]) => ({ name, blanks: images.length })),
    stratumOf: Uint32Array.from(order, ({ stratum }) => stratum),
  };
}

function compareDrawn(one: DrawnImage, other: DrawnImage): number {
  return one.random - other.random || comparePathsByComponents(one.filepath, other.filepath);
}

/** Lower is earlier: the inverse of the priority of a stratum that has given so many. */
function turnOf(taken: number, blanks: number): number {
  return Math.sqrt(taken * (taken + 1)) / blanks;
}
