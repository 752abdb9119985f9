import { Monitor, Moon, Palette, Sun } from 'lucide-react';
import { messages } from '../../messages';
import { formatScore } from '../../shared/format/format-score';
import { Panel } from '../../shared/panel';
import { Segmented } from '../../shared/segmented';
import type { Preferences } from '../../state/app-state';
import { LanguageRow } from './language-row';
import { SettingRow } from './setting-row';

const text = messages.settings;

export interface PreferencesPanelProps {
  readonly preferences: Preferences;
  readonly onChange: (change: Partial<Preferences>) => void;
}

export function AppearancePanel({ preferences, onChange }: PreferencesPanelProps) {
  return (
    <Panel isRoomy title={text.appearance} icon={Palette}>
      <div>
        <LanguageRow choice={preferences.language} onChange={(language) => onChange({ language })} />
        <SettingRow label={text.theme}>
          <Segmented
            label={text.theme}
            value={preferences.theme}
            onChange={(theme) => onChange({ theme })}
            segments={[
              { value: 'system', label: text.themes.system, icon: Monitor },
              { value: 'light', label: text.themes.light, icon: Sun },
              { value: 'dark', label: text.themes.dark, icon: Moon },
            ]}
          />
        </SettingRow>
        <SettingRow label={text.stage}>
          <Segmented
            label={text.stage}
            value={preferences.stage}
            onChange={(stage) => onChange({ stage })}
            segments={(['theme', 'light', 'middle', 'dark'] as const).map((value) => ({
              value,
              label: text.stages[value],
            }))}
          />
        </SettingRow>
        <SettingRow label={text.scores} hint={text.scoresHint}>
          <Segmented
            label={text.scores}
            value={preferences.scoresAs}
            onChange={(scoresAs) => onChange({ scoresAs })}
            segments={(['decimal', 'percent'] as const).map((value) => ({ value, label: formatScore(0.96, value) }))}
          />
        </SettingRow>
      </div>
    </Panel>
  );
}
