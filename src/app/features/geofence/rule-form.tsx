import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { addFixes } from '../../../domain/add-fixes';
import type { GeofenceFix } from '../../../domain/geofence-fixes';
import { isGiven } from '../../../domain/place';
import type { FoundTaxon } from '../../../domain/search-taxa';
import type { SurveyRules } from '../../../pipeline/conclude';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Field } from '../../shared/field';
import { TaxonCombobox } from '../../shared/labels/taxon-combobox';
import { Segmented } from '../../shared/segmented';
import text from '../../shared/text.module.css';
import type { OpenSurvey } from '../../state/app-state';
import { withOwnRules } from './own-rules';
import { PlaceFields } from './place-fields';
import styles from './rule-form.module.css';
import { RulePreview } from './rule-preview';

export interface RuleFormProps {
  readonly open: OpenSurvey;
  readonly rules: SurveyRules;
  readonly onAdd: (fix: GeofenceFix) => void;
}

/** A rule in the making, with what it would change. */
export function RuleForm({ open, rules, onAdd }: RuleFormProps) {
  const { add, own: ownWords } = messages.geofence;
  const { ownGeofence, place: surveyPlace } = open.survey.settings;
  const [taxon, setTaxon] = useState<FoundTaxon | null>(null);
  const [rule, setRule] = useState<GeofenceFix['rule']>('allow');
  const [place, setPlace] = useState(surveyPlace);

  const next = useMemo(() => {
    if (taxon === null || !isGiven(place.country)) return null;
    const { country, admin1Region } = place;
    return addFixes(ownGeofence, [{ taxon: taxon.key, rule, country, admin1Region }]);
  }, [ownGeofence, taxon, rule, place]);
  const isThere = next === ownGeofence;
  const after = useMemo(() => (next === null || isThere ? null : withOwnRules(rules, next)), [rules, next, isThere]);
  const hint = taxon === null ? add.needsTaxon : next === null ? add.needsCountry : add.isThere;

  const submit = () => {
    const fix = next?.at(-1);
    if (after === null || fix === undefined) return;
    onAdd(fix);
    setTaxon(null);
  };
  return (
    <form
      className={styles.form}
      aria-label={add.title}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>{add.title}</h3>
      <div className={styles.fields}>
        <div className={styles.wide}>
          <Field label={add.taxon}>
            <TaxonCombobox taxonomy={rules.taxonomy} value={taxon} onChange={setTaxon} />
          </Field>
        </div>
        <div className={styles.rule}>
          <span className={styles.label} aria-hidden>
            {add.rule}
          </span>
          <Segmented
            label={add.rule}
            segments={[
              { value: 'allow', label: ownWords.rules.allow },
              { value: 'block', label: ownWords.rules.block },
            ]}
            value={rule}
            onChange={setRule}
          />
        </div>
        <PlaceFields place={place} onChange={setPlace} />
        <Button type="submit" icon={Plus} aria-disabled={after === null} className={styles.submit}>
          {add.add}
        </Button>
      </div>
      {after === null ? (
        <p className={text.hint} aria-live="polite">
          {hint}
        </p>
      ) : (
        <RulePreview open={open} before={rules} after={after} />
      )}
    </form>
  );
}
