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
  /** Inside a Field, which names it. */
  readonly isInField?: boolean;
  readonly className?: string | undefined;
}

/** The only country whose states the geofence tables know. */
export const hasStates = ({ country }: Place) => country === 'USA';

const stateOptions = US_STATES.map(([code, name]) => ({ value: code, label: name, code }));

/** Another country begins without a state. */
export function CountryChoice({ place, onChange, isInField = false, className }: PlaceChoiceProps) {
  const { setup: words } = messages;
  const countries = useMemo(
    () => listCountries(userLocale()).map(({ code, name }) => ({ value: code, label: name, code })),
    [],
  );
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
  return (
    <Combobox
      className={className}
      label={isInField ? undefined : words.state}
      placeholder={words.statePlaceholder}
      emptyText={words.noState}
      options={stateOptions}
      value={place.admin1Region}
      onChange={(admin1Region) => onChange({ ...place, admin1Region })}
    />
  );
}
