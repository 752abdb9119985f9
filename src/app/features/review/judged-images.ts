import type { AgreementTaxon, JudgedImage } from '../../../domain/review-modes/find-agreement';
import { messages } from '../../messages';
import type { ImageDescription } from '../../shared/images/describe-image';
import { lineName } from '../../shared/images/image-words';
import { readLabel } from '../../shared/images/read-label';
import { machineLineOf } from '../../state/suggested-observations';

/** An image of which both said something: the main thing that each of them sees. */
export interface JudgedFile extends JudgedImage {
  readonly filepath: string;
}

export function judgedImages(descriptions: readonly ImageDescription[]): readonly JudgedFile[] {
  return descriptions.flatMap((description) => {
    const human = description.review?.observations?.[0]?.label;
    const machine = machineLineOf(description);
    return human === undefined || machine === null ? [] : [{ filepath: description.filepath, machine, human }];
  });
}

/** People's word for a taxon of the table; its Latin name where the label behind it names more than the taxon. */
export function taxonName({ taxon, label }: Pick<AgreementTaxon, 'taxon' | 'label'>): string {
  const { kind, taxa } = readLabel(label);
  if (taxon === label || kind !== 'animal' || taxon === taxa.join(';')) return lineName(label);
  const parts = taxon.split(';');
  const lowest = parts.findLastIndex((part) => part !== '');
  const name = lowest === 4 ? `${parts[3]} ${parts[4]}` : (parts[lowest] ?? '');
  return messages.images.classes[name] ?? name.slice(0, 1).toLocaleUpperCase() + name.slice(1);
}
