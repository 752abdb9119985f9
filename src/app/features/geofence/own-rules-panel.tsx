import { Download, ListChecks, Upload } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { settleFixes } from '../../../domain/geofence-fixes';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { ErrorNotice } from '../../shared/error-notice';
import { FileButton } from '../../shared/file-button';
import { Panel } from '../../shared/panel';
import text from '../../shared/text.module.css';
import type { OpenSurvey, ReadRules } from '../../state/app-state';
import type { Condition } from '../../state/condition';
import { useActions } from '../../state/app-store';
import styles from './geofence-screen.module.css';
import { ImportRulesDialog } from './import-rules-dialog';
import { describeOwnRules } from './own-rules';
import { OwnRulesTable } from './own-rules-table';
import { RuleForm } from './rule-form';

type Read = Extract<ReadRules, { readonly step: 'read' }>;

/** The person's own list: seen, added to, taken from, saved as a file and read from one. */
export function OwnRulesPanel({ open }: { readonly open: OpenSurvey }) {
  const { own } = messages.geofence;
  const actions = useActions();
  const { rules, survey } = open;
  const { ownGeofence } = survey.settings;
  const taxonomy = rules?.taxonomy ?? null;
  const [read, setRead] = useState<Read | null>(null);
  const [condition, setCondition] = useState<Condition | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const described = useMemo(() => describeOwnRules(ownGeofence, taxonomy), [ownGeofence, taxonomy]);
  const takenBack = useMemo(() => ownGeofence.length - settleFixes(ownGeofence).length, [ownGeofence]);

  const readFile = async (file: File | undefined) => {
    if (file === undefined) return;
    const outcome = await actions.readOwnRules(file);
    setCondition(outcome.step === 'refused' ? outcome.condition : null);
    if (outcome.step === 'read') setRead(outcome);
  };
  const save = async () => {
    const outcome = await actions.saveOwnRules();
    setCondition(outcome.kind === 'failed' ? outcome.condition : null);
  };
  const remove = (indexes: readonly number[]) => {
    list.current?.focus(); // the button that was pressed goes
    void actions.removeOwnRules(indexes);
  };
  return (
    <Panel
      title={own.title}
      icon={ListChecks}
      isRoomy
      aside={
        <>
          <FileButton
            kind="files"
            isSingle
            accept=".csv,text/csv"
            icon={Upload}
            onFiles={(files) => void readFile(files[0])}
          >
            {own.import}
          </FileButton>
          {ownGeofence.length > 0 && (
            <Button icon={Download} onClick={() => void save()}>
              {own.export}
            </Button>
          )}
        </>
      }
    >
      {condition !== null && <ErrorNotice condition={condition} onDismiss={() => setCondition(null)} />}
      <div ref={list} tabIndex={-1} className={styles.region}>
        {ownGeofence.length === 0 ? (
          <p className={text.secondary}>{own.empty}</p>
        ) : (
          <>
            <p className={text.secondary}>{own.intro}</p>
            <OwnRulesTable rules={described} onRemove={(index) => remove([index])} />
            {takenBack > 0 && <p className={text.hint}>{own.exportNote(takenBack)}</p>}
            {ownGeofence.length > 1 && (
              <Button size="small" onClick={() => remove(ownGeofence.map((_, index) => index))}>
                {own.removeAll}
              </Button>
            )}
          </>
        )}
      </div>
      {rules !== null && <RuleForm open={open} rules={rules} onAdd={(fix) => void actions.addOwnRules([fix])} />}
      {read !== null && (
        <ImportRulesDialog
          open={open}
          read={read}
          onClose={() => setRead(null)}
          onAdd={(fixes) => void actions.addOwnRules(fixes)}
        />
      )}
    </Panel>
  );
}
