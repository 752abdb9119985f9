import { messages } from '../../messages';
import { Switch } from '../../shared/switch';
import { SetupRow } from './setup-row';

export interface GeofenceRowProps {
  readonly isOn: boolean;
  readonly hasPlace: boolean;
  readonly hasTable: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function GeofenceRow({ isOn, hasPlace, hasTable, onChange }: GeofenceRowProps) {
  const { setup: words } = messages;
  const withoutEffect = !hasTable ? words.geofenceNoTable : !hasPlace ? words.geofenceNoPlace : null;
  return (
    <SetupRow title={words.geofence}>
      <Switch
        label={words.geofenceSwitch}
        hint={
          <>
            {isOn ? words.geofenceOn : words.geofenceOff} {isOn && withoutEffect}
          </>
        }
        isOn={isOn}
        onChange={onChange}
      />
    </SetupRow>
  );
}
