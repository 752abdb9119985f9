import type { ModelPackage } from '../../../domain/model-package';
import type { RunMode } from '../../../domain/survey';
import { messages } from '../../messages';
import { RadioCards } from '../../shared/radio-cards';
import { missingFor, RUN_MODES } from './run-choices';
import { SetupRow } from './setup-row';

export interface ModeRowProps {
  readonly mode: RunMode;
  readonly modelPackage: ModelPackage | null;
  readonly isLocked: boolean;
  readonly onChange: (mode: RunMode) => void;
}

/** What the package can't do stays in sight and says why. */
export function ModeRow({ mode, modelPackage, isLocked, onChange }: ModeRowProps) {
  const { setup: words } = messages;
  return (
    <SetupRow title={words.whatToRun}>
      <RadioCards<RunMode>
        label={words.whatToRun}
        value={mode}
        onChange={onChange}
        cards={RUN_MODES.map((value) => {
          const missing = missingFor(value, modelPackage);
          const { name, says } = words.modes[value];
          return {
            value,
            title: name,
            text: missing === null || missing === 'package' ? says : `${says}. ${words.needs[missing]}`,
            isDisabled: (missing !== null && missing !== 'package') || (isLocked && value !== mode),
          };
        })}
      />
    </SetupRow>
  );
}
