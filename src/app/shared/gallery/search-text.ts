import { messages } from '../../messages';
import type { ImageDescription } from '../images/describe-image';

const remembered = new WeakMap<ImageDescription, string>();

/** Path and names of an image in lower case, for the search. */
export function searchTextOf(description: ImageDescription): string {
  const found = remembered.get(description);
  if (found !== undefined) return found;
  const { filepath, label, kind, others } = description;
  const text = [
    filepath,
    ...[label, ...others].flatMap((named) => [named?.commonName, named?.scientificName, ...(named?.taxa ?? [])]),
    kind === 'human' ? 'person' : kind,
    kind === 'failed' || kind === 'waiting' ? '' : messages.common.categories[kind],
  ]
    .join(' ')
    .toLocaleLowerCase();
  remembered.set(description, text);
  return text;
}
