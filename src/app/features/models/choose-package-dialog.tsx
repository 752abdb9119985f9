import { useState } from 'react';
import type { ModelPackage } from '../../../domain/model-package';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import { RadioCards } from '../../shared/radio-cards';

export interface ChoosePackageDialogProps {
  readonly title: string;
  readonly description: string;
  /** Name of the group of choices. */
  readonly label: string;
  /** At least one; the first is chosen to begin with. */
  readonly packages: readonly ModelPackage[];
  /** A second line under the package's name. */
  readonly textOf: (modelPackage: ModelPackage) => string;
  readonly confirmLabel: string;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

/** One of the installed packages. */
export function ChoosePackageDialog(props: ChoosePackageDialogProps) {
  const { title, description, label, packages, textOf, confirmLabel, onChoose, onClose } = props;
  const [chosen, setChosen] = useState(packages[0]?.id ?? '');
  return (
    <Dialog
      isOpen
      size="small"
      title={title}
      description={description}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{messages.common.cancel}</Button>
          <Button variant="primary" onClick={() => onChoose(chosen)}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <RadioCards
        label={label}
        value={chosen}
        onChange={setChosen}
        cards={packages.map((modelPackage) => ({
          value: modelPackage.id,
          title: modelPackage.name,
          text: textOf(modelPackage),
        }))}
      />
    </Dialog>
  );
}
