import { useMemo, useState } from 'react';
import { addFixes } from '../../../domain/add-fixes';
import type { GeofenceFix } from '../../../domain/geofence-fixes';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Checkbox } from '../../shared/checkbox';
import { Dialog } from '../../shared/dialog';
import { placeName } from '../../shared/place/country-names';
import { Tag } from '../../shared/tag';
import text from '../../shared/text.module.css';
import type { OpenSurvey } from '../../state/app-state';
import styles from './import-rules-dialog.module.css';
import { sortRules, withOwnRules, type SortedRules } from './own-rules';
import { RulePreview } from './rule-preview';

export interface ImportRulesDialogProps {
  readonly open: OpenSurvey;
  readonly read: { readonly fileName: string; readonly rules: readonly GeofenceFix[] };
  readonly onClose: () => void;
  readonly onAdd: (fixes: readonly GeofenceFix[]) => void;
}

/** What a file with rules would bring; nothing is added before the person says so. */
export function ImportRulesDialog({ open, read, onClose, onAdd }: ImportRulesDialogProps) {
  const { importing } = messages.geofence;
  const { rules } = open;
  const { ownGeofence } = open.survey.settings;
  const [withAll, setWithAll] = useState(false);
  const sorted = useMemo(
    () => sortRules(ownGeofence, read.rules, rules?.taxonomy ?? null),
    [ownGeofence, read.rules, rules],
  );
  const chosen = useMemo(() => {
    const usable = new Set(sorted.fresh);
    const others = new Set(withAll ? sorted.withProblems.map(({ fix }) => fix) : []);
    return read.rules.filter((fix) => usable.has(fix) || others.has(fix));
  }, [sorted, read.rules, withAll]);
  const after = useMemo(
    () => (rules === null || chosen.length === 0 ? null : withOwnRules(rules, addFixes(ownGeofence, chosen))),
    [rules, ownGeofence, chosen],
  );
  const add = () => {
    onAdd(chosen);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={importing.title(read.fileName)}
      footer={
        <>
          <Button onClick={onClose}>{chosen.length === 0 ? messages.common.close : messages.common.cancel}</Button>
          {chosen.length > 0 && (
            <Button variant="primary" onClick={add}>
              {importing.add(chosen.length)}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.body}>
        <ul>
          {sorted.fresh.length > 0 && <li>{importing.fresh(sorted.fresh.length)}</li>}
          {sorted.known > 0 && <li>{importing.known(sorted.known)}</li>}
          {sorted.fresh.length + sorted.withProblems.length === 0 && <li>{importing.nothing}</li>}
        </ul>
        <Problems sorted={sorted} isChosen={withAll} onChoose={setWithAll} />
        {rules !== null && after !== null && <RulePreview open={open} before={rules} after={after} />}
      </div>
    </Dialog>
  );
}

const SHOWN = 8;

interface ProblemsProps {
  readonly sorted: SortedRules;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function Problems({ sorted: { withProblems }, isChosen, onChoose }: ProblemsProps) {
  const { importing, own } = messages.geofence;
  if (withProblems.length === 0) return null;
  const others = withProblems.length - SHOWN;
  return (
    <div className={styles.problems}>
      <p>{importing.withProblems(withProblems.length)}</p>
      <ul className={styles.list}>
        {withProblems.slice(0, SHOWN).map(({ fix, problem }, index) => (
          <li key={index} className={styles.problem}>
            <code>{fix.taxon}</code> {own.rules[fix.rule]}, {placeName(fix)}{' '}
            <Tag tone="warn">{own.problems[problem]}</Tag>
          </li>
        ))}
        {others > 0 && <li className={text.quiet}>{importing.others(others)}</li>}
      </ul>
      <Checkbox label={importing.addThem} isChecked={isChosen} onChange={onChoose} />
      <p className={text.hint}>{importing.addThemHint}</p>
    </div>
  );
}
