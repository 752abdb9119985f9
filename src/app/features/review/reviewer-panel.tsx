import { reviewModeMessages } from '../../messages/review-mode-messages';
import { Field, TextInput } from '../../shared/field';
import { useTextDraft } from '../../shared/review/use-text-draft';
import { Panel } from '../../shared/panel';

const words = reviewModeMessages.reviewer;
const MOST = 200;

export interface ReviewerPanelProps {
  readonly name: string;
  readonly onName: (name: string) => void;
}

/** Who answers from now on. */
export function ReviewerPanel({ name, onName }: ReviewerPanelProps) {
  const draft = useTextDraft(name, onName);
  return (
    <Panel title={words.title}>
      <Field label={words.label} hint={words.hint}>
        <TextInput {...draft} maxLength={MOST} autoComplete="name" />
      </Field>
    </Panel>
  );
}
