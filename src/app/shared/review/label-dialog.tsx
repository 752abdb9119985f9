import { useMemo } from 'react';
import { useAppState } from '../../state/app-store';
import { messages } from '../../messages';
import { Combobox } from '../combobox';
import { Dialog } from '../dialog';
import { lineName } from '../images/image-words';
import { readLabel } from '../images/read-label';

export interface LabelDialogProps {
  readonly current: string | null;
  readonly onChoose: (label: string) => void;
  readonly onClose: () => void;
}

const SHOWN = 60;

export function LabelDialog({ current, onChoose, onClose }: LabelDialogProps) {
  const labels = useAppState(({ open }) => open?.labels ?? NO_LABELS);
  const options = useMemo(
    () => labels.map((line) => ({ value: line, label: lineName(line), keywords: readLabel(line).taxa.join(' ') })),
    [labels],
  );
  return (
    <Dialog isOpen onClose={onClose} size="small" title={messages.review.acts.label}>
      <Combobox
        options={options}
        value={current}
        label={messages.review.acts.label}
        emptyText={messages.commands.none}
        limit={SHOWN}
        onChange={(label) => {
          if (label !== null) onChoose(label);
        }}
      />
    </Dialog>
  );
}

const NO_LABELS: readonly string[] = [];
