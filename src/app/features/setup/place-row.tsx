import { useMemo } from 'react';
import type { Place } from '../../../domain/survey';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Combobox } from '../../shared/combobox';
import { userLocale } from '../../shared/format/number-format';
import { listCountries } from '../../shared/place/country-names';
import { US_STATES } from '../../shared/place/us-states';
import styles from './place-row.module.css';
import { SetupRow } from './setup-row';

export interface PlaceRowProps {
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}

/** The only country whose states the geofence tables know. */
const WITH_STATES = 'USA';

const stateOptions = US_STATES.map(([code, name]) => ({ value: code, label: name, code }));

export function PlaceRow({ place, onChange }: PlaceRowProps) {
  const { setup: words } = messages;
  const countries = useMemo(
    () => listCountries(userLocale()).map(({ code, name }) => ({ value: code, label: name, code })),
    [],
  );
  return (
    <SetupRow title={words.place} hint={words.placeHint}>
      <div className={styles.choices}>
        <Combobox
          className={styles.choice}
          label={words.country}
          placeholder={words.countryPlaceholder}
          emptyText={words.noCountry}
          options={countries}
          value={place.country}
          onChange={(country) => onChange({ country, admin1Region: null })}
        />
        {place.country === WITH_STATES && (
          <Combobox
            className={styles.choice}
            label={words.state}
            placeholder={words.statePlaceholder}
            emptyText={words.noState}
            options={stateOptions}
            value={place.admin1Region}
            onChange={(admin1Region) => onChange({ ...place, admin1Region })}
          />
        )}
        <Button
          aria-pressed={place.country === null}
          onClick={() => onChange({ country: null, admin1Region: null })}
          className={place.country === null ? styles.pressed : undefined}
        >
          {words.notSure}
        </Button>
      </div>
    </SetupRow>
  );
}
