import type { ModelPackage } from '../../../domain/model-package';
import type { RunMode } from '../../../domain/survey';
import { messages } from '../../messages';
import { RadioCards } from '../../shared/radio-cards';
import type { Attached } from '../../state/app-state';
import { ModeFiles } from './mode-files';
import { filesFor, isMissingInPackage, missingFor, RUN_MODES } from './run-choices';
import { SetupRow } from './setup-row';

export interface ModeRowProps {
  readonly mode: RunMode;
  readonly modelPackage: ModelPackage | null;
  readonly attached: Attached;
  /** There are results: the kind of run stays. */
  readonly isLocked: boolean;
  /** A run goes on: its files stay, too. */
  readonly isGoing: boolean;
  readonly onChange: (mode: RunMode) => void;
  readonly onFiles: (files: FileList) => void;
}

/** What the package can't do stays in sight and says why; a file that is not there yet can be added. */
export function ModeRow({ mode, modelPackage, attached, isLocked, isGoing, onChange, onFiles }: ModeRowProps) {
  const { setup: words } = messages;
  const needed = filesFor(mode);
  return (
    <SetupRow title={words.whatToRun}>
      <RadioCards<RunMode>
        label={words.whatToRun}
        value={mode}
        onChange={onChange}
        cards={RUN_MODES.map((value) => {
          const missing = missingFor(value, modelPackage, attached);
          const { name, says } = words.modes[value];
          const files = filesFor(value).length;
          const needs = isMissingInPackage(missing)
            ? words.needs[missing]
            : missing === null || missing === 'package'
              ? null
              : words.needsFiles[files === 1 ? 'one' : 'two'];
          return {
            value,
            title: name,
            text: needs === null ? says : `${says}. ${needs}`,
            isDisabled: isMissingInPackage(missing) || (isLocked && value !== mode),
          };
        })}
      />
      {needed.length > 0 && <ModeFiles needed={needed} attached={attached} isLocked={isGoing} onFiles={onFiles} />}
    </SetupRow>
  );
}
