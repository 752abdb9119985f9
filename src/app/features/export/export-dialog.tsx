import { Save, ShieldCheck } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { EXPORT_FORMATS } from '../../../domain/formats';
import { messages } from '../../messages';
import { reviewExportMessages } from '../../messages/review-export-messages';
import { Button, LinkButton } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import { ErrorNotice } from '../../shared/error-notice';
import { FileName } from '../../shared/file-name';
import { formatBytes } from '../../shared/format/format-bytes';
import { Icon } from '../../shared/icon';
import { Note } from '../../shared/note';
import { RadioCards } from '../../shared/radio-cards';
import type { OpenSurvey } from '../../state/app-state';
import type { Condition } from '../../state/condition';
import { useActions } from '../../state/app-store';
import { routes } from '../../state/routes';
import { SURVEY_FILE_ID } from '../../state/survey-file-export';
import { useOpenSurvey } from '../../state/use-open-survey';
import styles from './export-dialog.module.css';
import { firstLines } from './first-lines';
import { countReviewed, ReviewNamesOption } from './review-names-option';
import { useExportPreview, type ExportPreview } from './use-export-preview';
import { WhatIsWritten } from './what-is-written';

/** Lies over the gallery: format, preview, what is written, save. */
export function ExportDialog({ surveyId }: { readonly surveyId: string }) {
  const opened = useOpenSurvey(surveyId);
  const [, navigate] = useLocation();
  const close = () => navigate(routes.gallery(surveyId));
  return opened.step === 'open' ? <Export open={opened.open} onClose={close} /> : null;
}

interface ExportProps {
  readonly open: OpenSurvey;
  readonly onClose: () => void;
}

type Saving = { readonly step: 'idle' | 'saving' } | { readonly step: 'failed'; readonly condition: Condition };

function Export({ open, onClose }: ExportProps) {
  const actions = useActions();
  const { exportDialog: words } = messages;
  const [formatId, setFormatId] = useState<string>(EXPORT_FORMATS[0].id);
  const [saving, setSaving] = useState<Saving>({ step: 'idle' });
  const { survey } = open;
  const isEmpty = survey.counts.done === 0;
  const [wantsReview, setWantsReview] = useState(false);
  const reviewed = useMemo(() => countReviewed(open.images), [open.images]);
  const usesReview = wantsReview && reviewed > 0;
  const question = { formatId: isEmpty ? null : formatId, usesReview };
  const preview = useExportPreview(question, open.images, open.smoothing.outcome);
  const save = async () => {
    setSaving({ step: 'saving' });
    const outcome = await actions.saveExport(formatId, { usesReview });
    if (outcome.kind === 'failed') setSaving({ step: 'failed', condition: outcome.condition });
    else setSaving({ step: 'idle' });
    if (outcome.kind === 'saved') onClose(); // the toast says what was saved
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={words.title}
      description={words.of(survey.counts.done, survey.name)}
      footer={
        <Footer
          preview={preview}
          isSaving={saving.step === 'saving'}
          onClose={onClose}
          onSave={isEmpty ? null : () => void save()}
        />
      }
    >
      {isEmpty ? (
        <>
          <Note>
            <p>{words.nothing}</p>
          </Note>
          <div>
            <LinkButton to={routes.setup(survey.id)}>{words.openSetup}</LinkButton>
          </div>
        </>
      ) : (
        <div className={styles.columns}>
          <Formats formatId={formatId} onChange={setFormatId} />
          <div className={styles.column}>
            {saving.step === 'failed' && <ErrorNotice condition={saving.condition} />}
            <ReviewNamesOption formatId={formatId} reviewed={reviewed} isOn={wantsReview} onChange={setWantsReview} />
            <WhatIsWritten open={open} formatId={formatId} reviewed={reviewed} usesReview={usesReview} />
            <Preview preview={preview} />
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** Result files first; the survey's own file is for other computers. */
const FORMAT_IDS: readonly string[] = [...EXPORT_FORMATS.map(({ id }) => id), SURVEY_FILE_ID];

interface FormatsProps {
  readonly formatId: string;
  readonly onChange: (id: string) => void;
}

function Formats({ formatId, onChange }: FormatsProps) {
  const { exportDialog: words } = messages;
  const about = { ...words.about, ...reviewExportMessages.about };
  return (
    <div className={styles.formats}>
      <RadioCards
        label={words.formats}
        value={formatId}
        onChange={onChange}
        cards={FORMAT_IDS.map((id) => ({
          value: id,
          title: about[id]?.name ?? id,
          text: about[id]?.says,
        }))}
      />
    </div>
  );
}

function Preview({ preview }: { readonly preview: ExportPreview | null }) {
  const { exportDialog: words } = messages;
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} aria-busy={preview === null}>
      <div className={styles.head}>
        <h3 id={titleId}>{words.preview}</h3>
        <span className={styles.hint}>{preview === null ? words.previewLoading : words.previewHint}</span>
      </div>
      {/* Scrolls, so it must be reachable by keyboard. */}
      <pre className={styles.preview} tabIndex={0} role="region" aria-label={words.previewLabel}>
        {preview === null ? '' : firstLines(preview.text)}
      </pre>
    </section>
  );
}

interface FooterProps {
  readonly preview: ExportPreview | null;
  readonly isSaving: boolean;
  readonly onClose: () => void;
  readonly onSave: (() => void) | null;
}

function Footer({ preview, isSaving, onClose, onSave }: FooterProps) {
  const { exportDialog: words } = messages;
  return (
    <>
      <p className={styles.local}>
        <Icon of={ShieldCheck} />
        {preview === null ? words.localOnly : words.local(formatBytes(preview.bytes))}
      </p>
      <Button onClick={onClose}>{words.cancel}</Button>
      {onSave !== null && (
        <Button variant="primary" icon={Save} onClick={onSave} busyLabel={isSaving ? words.saving : null}>
          <span className={styles.save}>
            {words.save} {preview !== null && <FileName name={preview.fileName} className={styles.fileName} />}
          </span>
        </Button>
      )}
    </>
  );
}
