import { useMemo } from 'react';
import { fillDigits } from '../../../domain/labels/fill-digits';
import type { LabelUse } from '../../../domain/labels/label-use';
import { useAppState } from '../../state/app-store';
import { labelsOnDigits } from './label-choices';
import { useLabelCatalogue } from './use-label-choices';
import { useFrequentLabels } from './use-frequent-labels';

/** What was pinned and used, and on the digits that are free what is frequent in the open survey. */
export function useLabelUse(): LabelUse {
  const catalogue = useLabelCatalogue();
  const use = useAppState(({ labelBook }) => labelBook.use);
  const frequent = useFrequentLabels();
  return useMemo(
    () => (catalogue === null ? use : { ...use, digits: fillDigits(labelsOnDigits(catalogue, use), frequent) }),
    [catalogue, use, frequent],
  );
}
