import { useMemo } from 'react';
import type { Place } from '../../../domain/survey';
import { messages } from '../../messages';
import { Combobox } from '../../shared/combobox';
import { userLocale } from '../../shared/format/number-format';
import { listCountries, listStates } from '../../shared/place/country-names';

export interface PlaceChoiceProps {
  readonly place: Place;
  readonly onChange: (place: Place) => void;
  /** Inside a Field, which names it. */
  readonly isInField?: boolean;
  readonly className?: string | undefined;
}

/** The only country whose states the geofence tables know. */
export const hasStates = ({ country }: Place) => country === 'USA';

/** Another country begins without a state. */
export function CountryChoice({ place, onChange, isInField = false, className }: PlaceChoiceProps) {
  const { setup: words } = messages;
  const countries = useMemo(() => listCountries(userLocale()), []);
  return (
    <Combobox
      className={className}
      label={isInField ? undefined : words.country}
      placeholder={words.countryPlaceholder}
      emptyText={words.noCountry}
      options={countries}
      value={place.country}
      onChange={(country) => onChange({ country, admin1Region: null })}
    />
  );
}

export function StateChoice({ place, onChange, isInField = false, className }: PlaceChoiceProps) {
  const { setup: words } = messages;
  const states = useMemo(() => listStates(userLocale()), []);
  return (
    <Combobox
      className={className}
      label={isInField ? undefined : words.state}
      placeholder={words.statePlaceholder}
      emptyText={words.noState}
      options={states}
      value={place.admin1Region}
      onChange={(admin1Region) => onChange({ ...place, admin1Region })}
    />
  );
}
