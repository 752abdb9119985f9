import { useMemo } from 'react';
import type { Place } from '../../../domain/survey';
import { messages } from '../../messages';
import { Combobox } from '../../shared/combobox';
import { userLocale } from '../../shared/format/number-format';
import { listCountries } from '../../shared/place/country-names';
import { US_STATES } from '../../shared/place/us-states';

export interface PlaceChoiceProps {
  readonly place: Place;
  readonly onChange: (place: Place) => void;
  readonly className?: string | undefined;
}

/** The only country whose states the geofence tables know. */
const WITH_STATES = 'USA';

const stateOptions = US_STATES.map(([code, name]) => ({ value: code, label: name, code }));

/** A country, and for the one with states in the tables its state. */
export function PlaceChoice({ place, onChange, className }: PlaceChoiceProps) {
  const { setup: words } = messages;
  const countries = useMemo(
    () => listCountries(userLocale()).map(({ code, name }) => ({ value: code, label: name, code })),
    [],
  );
  return (
    <>
      <Combobox
        className={className}
        label={words.country}
        placeholder={words.countryPlaceholder}
        emptyText={words.noCountry}
        options={countries}
        value={place.country}
        onChange={(country) => onChange({ country, admin1Region: null })}
      />
      {place.country === WITH_STATES && (
        <Combobox
          className={className}
          label={words.state}
          placeholder={words.statePlaceholder}
          emptyText={words.noState}
          options={stateOptions}
          value={place.admin1Region}
          onChange={(admin1Region) => onChange({ ...place, admin1Region })}
        />
      )}
    </>
  );
}
