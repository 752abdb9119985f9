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
            value={preferences.threads === null ? AUTO : String(preferences.threads)}
            onChange={(value) => onChange({ threads: value === AUTO ? null : Number(value) })}
            options={[
              { value: AUTO, label: text.threadsAuto },
              ...threadChoices(cores, preferences.threads).map((count) => ({
                value: String(count),
                label: formatNumber(count),
              })),
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

function usedWords({ used, threads, adapter }: BackendReport): string {
  const name = text.backendNames[used];
  if (used === 'wasm') return `${name}, ${text.threadsOf(threads)}`;
  return adapter === null ? name : `${name}, ${adapter}`;
}

/** Every count up to the cores, and the stored one even when it is from another computer. */
function threadChoices(cores: number, chosen: number | null): readonly number[] {
  const choices = Array.from({ length: Math.min(cores, 16) }, (_, index) => index + 1);
  return chosen === null || choices.includes(chosen) ? choices : [...choices, chosen];
}
