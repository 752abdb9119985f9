import { GitCompareArrows, LoaderCircle } from 'lucide-react';
import { messages } from '../../messages';
import { BarNote } from '../../shared/bar-note';
import { Button } from '../../shared/button';
import { shownComparison, type ComparisonView } from '../../state/comparison-view';

export interface DiffersNoteProps {
  readonly comparison: ComparisonView;
  readonly onRemove: () => void;
}

/** Why a filter by differences shows nothing: it waits for the comparison, or there is none any more. */
export function DiffersNote({ comparison, onRemove }: DiffersNoteProps) {
  const { gallery, common } = messages;
  if (shownComparison(comparison) !== null) return null;
  if (comparison.step === 'kept' || comparison.step === 'comparing') {
    return <BarNote icon={LoaderCircle}>{gallery.comparing(comparison.file.fileName)}</BarNote>;
  }
  return (
    <BarNote
      icon={GitCompareArrows}
      action={
        <Button size="small" onClick={onRemove}>
          {common.remove}
        </Button>
      }
    >
      {gallery.notCompared}
    </BarNote>
  );
}
