import { Cpu } from 'lucide-react';
import type { BackendReport } from '../../../rpc/inference-api';
import { messages } from '../../messages';
import { formatNumber } from '../../shared/format/number-format';
import { Note } from '../../shared/note';
import { Panel } from '../../shared/panel';
import { Select } from '../../shared/select';
import { Switch } from '../../shared/switch';
import type { PreferencesPanelProps } from './appearance-panel';
import { SettingRow } from './setting-row';

const text = messages.settings;
const fastText = messages.fastNetworks;
const AUTO = 'auto';

/** `backend` = what the open survey's run uses, null when none has started. */
export function ComputingPanel({
  preferences,
  backend,
  onChange,
}: PreferencesPanelProps & { readonly backend: BackendReport | null }) {
  const cores = navigator.hardwareConcurrency;
  return (
    <Panel isRoomy title={text.computing} icon={Cpu}>
      <div>
        <SettingRow
          label={text.backend}
          hint={backend === null ? text.backendHint : `${text.backendHint} ${text.lastUsed(usedWords(backend))}`}
        >
          <Select
            label={text.backend}
            value={preferences.backend}
            onChange={(wish) => onChange({ backend: wish })}
            options={(['auto', 'webgpu', 'wasm'] as const).map((value) => ({ value, label: text.backends[value] }))}
          />
        </SettingRow>
        <SettingRow label={text.threads} hint={text.threadsHint(cores)}>
          <Select
            label={text.threads}
            value={choiceOf(preferences.threads)}
            onChange={(value) => onChange({ threads: countOf(value) })}
            options={[
              { value: AUTO, label: text.threadsAuto },
              ...withChosen(countsTo(Math.min(cores, 16)), preferences.threads).map(optionOf),
            ]}
          />
        </SettingRow>
        <SettingRow label={text.workers} hint={text.workersHint}>
          <Select
            label={text.workers}
            value={choiceOf(preferences.workers)}
            onChange={(value) => onChange({ workers: countOf(value) })}
            options={[
              { value: AUTO, label: text.workersAuto },
              ...withChosen(WORKER_CHOICES, preferences.workers).map(optionOf),
            ]}
          />
        </SettingRow>
        <Switch
          label={fastText.label}
          hint={fastText.hint}
          isOn={preferences.fastNetworks}
          onChange={(isOn) => onChange({ fastNetworks: isOn })}
        />
      </div>
      {!crossOriginIsolated && <Note tone="warn">{text.noThreads}</Note>}
    </Panel>
  );
}

function usedWords({ used, threads, workers = 1, adapter, inputs }: BackendReport): string {
  const name = text.backendNames[used];
  if (used === 'wasm') return `${name}, ${text.threadsOf(threads, workers)}`;
  return [name, adapter, inputs?.onDevice === true ? text.inputsOnDevice : null]
    .filter((part) => part !== null)
    .join(', ');
}

const WORKER_CHOICES = [1, 2, 4];

const choiceOf = (count: number | null) => (count === null ? AUTO : String(count));
const countOf = (choice: string) => (choice === AUTO ? null : Number(choice));
const optionOf = (count: number) => ({ value: String(count), label: formatNumber(count) });
const countsTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1);

/** The stored choice too, when it is from another computer. */
function withChosen(choices: readonly number[], chosen: number | null): readonly number[] {
  return chosen === null || choices.includes(chosen) ? choices : [...choices, chosen];
}
