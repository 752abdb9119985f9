import { useEffect, useRef, useState } from 'react';
import { checkOwnLabel, type OwnLabelProblem } from '../../../domain/labels/check-own-label';
import type { OwnLabelDraft } from '../../../domain/labels/own-label';
import { levelOfKey, type FoundTaxon } from '../../../domain/search-taxa';
import { isTaxonKey } from '../../../domain/taxon-key';
import type { Taxonomy } from '../../../domain/taxonomy';
import { labelMessages } from '../../messages/label-messages';
import { useAppState } from '../../state/app-store';
import { Button } from '../button';
import { Field, TextInput } from '../field';
import { lineName } from '../images/image-words';
import text from '../text.module.css';
import styles from './own-label-form.module.css';
import { TaxonCombobox } from './taxon-combobox';
import { useLabelCatalogue, useTaxonomy } from './use-label-choices';

export interface OwnLabelFormProps {
  /** Taxon: a key, or empty. */
  readonly initial: OwnLabelDraft;
  /** Null = a new label. */
  readonly editedId: string | null;
  readonly saveLabel: string;
  readonly cancelLabel: string;
  readonly isSaving?: boolean;
  /** Gets only what can be kept. */
  readonly onSave: (draft: OwnLabelDraft) => void;
  readonly onCancel: () => void;
}

/** Name and place of an own label. What is wrong is told when it is to be saved, and again while it is put right. */
export function OwnLabelForm(props: OwnLabelFormProps) {
  const { initial, editedId, saveLabel, cancelLabel, isSaving = false, onSave, onCancel } = props;
  const { ownForm } = labelMessages;
  const taxonomy = useTaxonomy();
  const catalogue = useLabelCatalogue();
  const ownLabels = useAppState(({ labelBook }) => labelBook.ownLabels);
  const [name, setName] = useState(initial.name);
  const [place, setPlace] = useState(() => placeOf(initial.taxon, taxonomy));
  const [isTried, setTried] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  useEffect(() => nameField.current?.focus(), []);

  // A place that this package does not know stays, unless another one is chosen.
  const taxon = place?.key ?? '';
  const problem = checkOwnLabel({ name, taxon }, { ownLabels, labels: catalogue?.labels ?? [], editedId });
  const words = isTried && problem !== null ? problemWords(problem) : null;
  const isOfPlace = problem?.problem === 'no-place';
  const submit = () => {
    setTried(true);
    if (problem === null && !isSaving) onSave({ name, taxon });
    else if (problem !== null && !isOfPlace) nameField.current?.focus();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        submit();
      }}
    >
      <p className={text.secondary}>{ownForm.intro}</p>
      <Field label={ownForm.name} hint={ownForm.nameHint} error={isOfPlace ? null : words}>
        <TextInput
          ref={nameField}
          value={name}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      {taxonomy !== null && (
        <Field label={ownForm.place} hint={ownForm.placeHint} error={isOfPlace ? words : null}>
          <TaxonCombobox taxonomy={taxonomy} value={place} onChange={setPlace} />
        </Field>
      )}
      <div className={styles.acts}>
        <Button onClick={onCancel}>{cancelLabel}</Button>
        <Button type="submit" variant="primary" busyLabel={isSaving ? saveLabel : null}>
          {saveLabel}
        </Button>
      </div>
    </form>
  );
}

/** The taxon as the field shows it: with the taxonomy's label, or, of another package, without a common name. */
function placeOf(taxon: string, taxonomy: Taxonomy | null): FoundTaxon | null {
  if (!isTaxonKey(taxon)) return null;
  return { label: taxonomy?.labels.get(taxon) ?? `;${taxon};`, key: taxon, level: levelOfKey(taxon) };
}

function problemWords(problem: OwnLabelProblem): string {
  return labelMessages.ownProblem(problem, 'with' in problem ? nameOf(problem.with) : '');
}

/** Of a label line, or a name as it is. */
const nameOf = (label: string) => (label.includes(';') ? lineName(label) : label);
