import type { ImagePlace } from '../../../domain/image-place';
import { messages } from '../../messages';
import { numberFormat } from '../../shared/format/number-format';
import { placeName } from '../../shared/place/country-names';

/** Where an image was taken, in words; null = nobody knows. */
export interface PlaceWords {
  readonly place: string | null;
  /** What gave it. */
  readonly from: string | null;
  readonly notes: readonly string[];
}

/** `instancesFile`: the name of the file that said where images were taken. */
export function placeWords(place: ImagePlace, instancesFile: string | null): PlaceWords {
  const { image } = messages;
  if (place.source === 'none' || place.country === null) return { place: null, from: null, notes: [] };
  const notes: string[] = [];
  if (place.isRegionDerived && !place.isCountryDerived) notes.push(image.stateFromCoordinates);
  if (place.isNearBorder === true) notes.push(image.nearBorder);
  return { place: placeName(place), from: fromWords(place, instancesFile ?? 'instances.json'), notes };
}

function fromWords({ source, isCountryDerived, folder }: ImagePlace, file: string): string | null {
  const { placeFrom } = messages.image;
  switch (source) {
    case 'folder':
      return placeFrom.folder(folder ?? '');
    case 'survey':
      return placeFrom.survey;
    case 'instance':
      return isCountryDerived ? placeFrom.fileCoordinates(file) : placeFrom.file(file);
    case 'exif':
      return placeFrom.photo;
    case 'none':
      return null;
  }
}

/** About 10 m, which is more than cameras know. */
const DECIMALS = 4;

export function coordinatesText(latitude: number, longitude: number): string {
  const format = numberFormat({ minimumFractionDigits: DECIMALS, maximumFractionDigits: DECIMALS });
  return messages.image.degrees(format.format(latitude), format.format(longitude));
}
