import type { SurveySettings } from '../../../domain/survey';
import { messages } from '../../messages';
import { Switch } from '../../shared/switch';
import { SetupRow } from './setup-row';

export interface RulesRowProps {
  readonly settings: Pick<SurveySettings, 'geofence' | 'rollup'>;
  /** Some image may have a country. */
  readonly hasPlace: boolean;
  readonly hasTable: boolean;
  readonly onChange: (change: Partial<Pick<SurveySettings, 'geofence' | 'rollup'>>) => void;
}

/** Two switches that know nothing of each other. */
export function RulesRow({ settings, hasPlace, hasTable, onChange }: RulesRowProps) {
  const { setup: words } = messages;
  const { geofence, rollup } = settings;
  const withoutEffect = !hasTable ? words.geofenceNoTable : !hasPlace ? words.geofenceNoPlace : null;
  return (
    <SetupRow title={words.rules}>
      <Switch
        label={words.geofenceSwitch}
        hint={
          <>
            {geofence ? words.geofenceOn : words.geofenceOff} {geofence && withoutEffect}
          </>
        }
        isOn={geofence}
        onChange={(isOn) => onChange({ geofence: isOn })}
      />
      <Switch
        label={words.rollupSwitch}
        hint={rollup ? words.rollupOn : words.rollupOff}
        isOn={rollup}
        onChange={(isOn) => onChange({ rollup: isOn })}
      />
    </SetupRow>
  );
}
