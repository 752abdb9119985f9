/** Images looked at before the page may answer. */
const PIECE = 5000;

/**
 * 1 for each image whose label is not the most frequent one of its event, else 0; where several are the most frequent, none of
 * them is odd. `events` and `labels` are numbers by image; an image of no event (-1), or without a name, is never odd and is not
 * counted.
 */
export function* oddImages(
  events: Int32Array,
  labels: Int32Array,
  isNamed: (image: number) => boolean,
): Generator<void, Uint8Array> {
  const odd = new Uint8Array(events.length);
  const members = new Map<number, number[]>();
  for (let image = 0; image < events.length; image++) {
    const event = events[image]!;
    if (event !== -1 && isNamed(image)) {
      const found = members.get(event);
      if (found === undefined) members.set(event, [image]);
      else found.push(image);
    }
    if (image % PIECE === PIECE - 1) yield;
  }
  let looked = 0;
  for (const images of members.values()) {
    markOdd(images, labels, odd);
    if ((looked += images.length) < PIECE) continue;
    looked = 0;
    yield;
  }
  return odd;
}

function markOdd(images: readonly number[], labels: Int32Array, odd: Uint8Array): void {
  if (images.length < 3) return; // of two different labels none is the more frequent one
  const counts = new Map<number, number>();
  for (const image of images) counts.set(labels[image]!, (counts.get(labels[image]!) ?? 0) + 1);
  if (counts.size === 1) return;
  const most = Math.max(...counts.values());
  for (const image of images) odd[image] = counts.get(labels[image]!)! < most ? 1 : 0;
}

/** `odd` once more after images of these events got other labels or names; the same object where nothing is otherwise. */
export function oddImagesAgain(
  odd: Uint8Array,
  touched: ReadonlySet<number>,
  { events, labels, isNamed }: { events: Int32Array; labels: Int32Array; isNamed: (image: number) => boolean },
): Uint8Array {
  const again = odd.slice();
  const members = new Map<number, number[]>();
  for (const event of touched) members.set(event, []);
  for (let image = 0; image < events.length; image++) {
    const found = members.get(events[image]!);
    if (found === undefined) continue;
    again[image] = 0;
    if (isNamed(image)) found.push(image);
  }
  for (const images of members.values()) markOdd(images, labels, again);
  return again.every((value, image) => value === odd[image]) ? odd : again;
}
