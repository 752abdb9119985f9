import { useMemo } from 'react';
import { useAppState } from '../../state/app-store';
import { labelsOnDigits } from '../labels/label-choices';
import { useLabelCatalogue } from '../labels/use-label-choices';

/** The labels that the digits from 1 to 9 give: favourites first, then what was used last. */
export function useDigitLabels(): readonly (string | null)[] {
  const catalogue = useLabelCatalogue();
  const use = useAppState(({ labelBook }) => labelBook.use);
  return useMemo(() => (catalogue === null ? [] : labelsOnDigits(catalogue, use)), [catalogue, use]);
}
