import { useMemo } from 'react';
import type { Place } from '../../../domain/place';
import { messages } from '../../messages';
import { Combobox } from '../../shared/combobox';
import { Field } from '../../shared/field';
import { userLocale } from '../../shared/format/number-format';
import { listCountries } from '../../shared/place/country-names';
import { US_STATES } from '../../shared/place/us-states';
import styles from './rule-form.module.css';

export interface PlaceFieldsProps {
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}

/** The only country whose states the geofence tables know. */
const WITH_STATES = 'USA';

const stateOptions = US_STATES.map(([code, name]) => ({ value: code, label: name, code }));

export function PlaceFields({ place, onChange }: PlaceFieldsProps) {
  const { add } = messages.geofence;
  const countries = useMemo(
    () => listCountries(userLocale()).map(({ code, name }) => ({ value: code, label: name, code })),
    [],
  );
  return (
    <>
      <div className={styles.narrow}>
        <Field label={add.country}>
          <Combobox
            className={styles.full}
            placeholder={add.countryPlaceholder}
            emptyText={add.noCountry}
            options={countries}
            value={place.country}
            onChange={(country) => onChange({ country, admin1Region: null })}
          />
        </Field>
      </div>
      {place.country === WITH_STATES && (
        <div className={styles.narrow}>
          <Field label={add.state}>
            <Combobox
              className={styles.full}
              placeholder={add.statePlaceholder}
              emptyText={add.noState}
              options={stateOptions}
              value={place.admin1Region}
              onChange={(admin1Region) => onChange({ ...place, admin1Region })}
            />
          </Field>
        </div>
      )}
    </>
  );
}
