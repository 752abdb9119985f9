import type { AgreementTaxon, JudgedImage } from '../../../domain/review-modes/find-agreement';
import { messages } from '../../messages';
import { lineName } from '../../shared/images/image-words';
import { judgedOf } from '../../shared/images/judged-image';
import { readLabel } from '../../shared/images/read-label';
import type { SurveyImage } from '../../state/app-state';

/** What was said of the images of which both said something. */
export function judgedImages(images: readonly SurveyImage[], labels: readonly string[]): readonly JudgedImage[] {
  return images.flatMap((image) => {
    const judged = judgedOf(image, labels);
    return judged === null ? [] : [judged];
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
