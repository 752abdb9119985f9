import type { SurveySettings } from '../../../domain/survey';
import type { SwitchEffects } from '../../../pipeline/label-changes';
import { messages } from '../../messages';
import { Panel } from '../../shared/panel';
import { Switch } from '../../shared/switch';
import styles from './geofence-switches.module.css';

export interface GeofenceSwitchesProps {
  readonly settings: Pick<SurveySettings, 'geofence' | 'rollup'>;
  /** Null while it is counted. */
  readonly effects: SwitchEffects | null;
  /** False during a run. */
  readonly canCount: boolean;
  readonly onChange: (change: Partial<Pick<SurveySettings, 'geofence' | 'rollup'>>) => void;
}

/** The two steps that can be left out, each by itself, and how many labels depend on it. */
export function GeofenceSwitches({ settings, effects, canCount, onChange }: GeofenceSwitchesProps) {
  const { switches: words } = messages.geofence;
  const effectOf = (name: 'geofence' | 'rollup') => {
    if (!canCount) return words.afterRun;
    return effects === null ? words.counting : words.wouldChange(effects[name], settings[name]);
  };
  return (
    <Panel title={words.title} isRoomy>
      <div className={styles.switches}>
        <Switch
          label={words.geofence}
          hint={<Hint says={words.geofenceSays} effect={effectOf('geofence')} />}
          isOn={settings.geofence}
          onChange={(geofence) => onChange({ geofence })}
        />
        <Switch
          label={words.rollup}
          hint={<Hint says={words.rollupSays} effect={effectOf('rollup')} />}
          isOn={settings.rollup}
          onChange={(rollup) => onChange({ rollup })}
        />
      </div>
    </Panel>
  );
}

function Hint({ says, effect }: { readonly says: string; readonly effect: string }) {
  return (
    <>
      {says} <span className={styles.effect}>{effect}</span>
    </>
  );
}
