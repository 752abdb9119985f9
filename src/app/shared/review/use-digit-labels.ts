import { useActions } from '../../state/app-store';
import { useLabelCatalogue } from '../labels/use-label-choices';
import { useLabelUse } from '../labels/use-label-use';

export interface DigitLabels {
  /** The labels that the digits from 1 to 9 give: favourites, what was used last, what is frequent here. Null = none. */
  readonly labels: readonly (string | null)[];
  /** A label was given to images: it keeps the digit on which it was offered. */
  readonly noteUse: (label: string) => void;
}

export function useDigitLabels(): DigitLabels {
  const actions = useActions();
  const catalogue = useLabelCatalogue();
  const { digits } = useLabelUse();
  return {
    labels: catalogue === null ? [] : digits,
    noteUse: (label) => void actions.noteLabelUse(label, digits.indexOf(label)),
  };
}
