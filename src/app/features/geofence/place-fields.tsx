import { useMemo } from 'react';
import type { Place } from '../../../domain/place';
import { messages } from '../../messages';
import { Combobox } from '../../shared/combobox';
import { Field } from '../../shared/field';
import { userLocale } from '../../shared/format/number-format';
import { listCountries, listStates } from '../../shared/place/country-names';
import styles from './rule-form.module.css';

export interface PlaceFieldsProps {
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}

/** The only country whose states the geofence tables know. */
const WITH_STATES = 'USA';

export function PlaceFields({ place, onChange }: PlaceFieldsProps) {
  const { add } = messages.geofence;
  const countries = useMemo(() => listCountries(userLocale()), []);
  const states = useMemo(() => listStates(userLocale()), []);
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
              options={states}
              value={place.admin1Region}
              onChange={(admin1Region) => onChange({ ...place, admin1Region })}
            />
          </Field>
        </div>
      )}
    </>
  );
}
