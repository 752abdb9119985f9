import { LoaderCircle, Pause, Play } from 'lucide-react';
import { messages } from '../../messages';
import { BarNote } from '../../shared/bar-note';
import { Button, LinkButton } from '../../shared/button';
import { FolderNote } from '../../shared/folder-note';
import { formatPercent } from '../../shared/format/number-format';
import type { OpenSurvey } from '../../state/app-state';
import { routes } from '../../state/routes';

export interface GalleryNotesProps {
  readonly open: OpenSurvey;
  readonly onReconnect: () => void;
  readonly onContinue: () => void;
}

/** What is still going on, or missing, while the grid can already be used. */
export function GalleryNotes({ open, onReconnect, onContinue }: GalleryNotesProps) {
  const { gallery } = messages;
  return (
    <>
      <FolderNote folder={open.folder} onReconnect={onReconnect} />
      {open.loading !== null && open.images.length > 0 && (
        <BarNote icon={LoaderCircle}>{gallery.loading(formatPercent(open.loading))}</BarNote>
      )}
      <RunNote open={open} onContinue={onContinue} />
    </>
  );
}

function RunNote({ open, onContinue }: Omit<GalleryNotesProps, 'onReconnect'>) {
  const { gallery } = messages;
  const { run, survey } = open;
  if (run.step === 'preparing' || run.step === 'running' || run.step === 'elsewhere') {
    return (
      <BarNote
        icon={LoaderCircle}
        action={
          <LinkButton size="small" to={routes.run(survey.id)}>
            {gallery.showRun}
          </LinkButton>
        }
      >
        {gallery.running(run.progress.done, run.progress.total)}
      </BarNote>
    );
  }
  const { done, listed } = survey.counts;
  if (done === 0 && listed > 0 && run.step === 'idle') {
    return (
      <BarNote
        icon={Play}
        action={
          <LinkButton size="small" to={routes.setup(survey.id)}>
            {gallery.openSetup}
          </LinkButton>
        }
      >
        {gallery.notRun(listed)}
      </BarNote>
    );
  }
  const isPartial = done > 0 && done < listed && run.step !== 'finished';
  if (!isPartial) return null;
  return (
    <BarNote
      icon={Pause}
      action={
        open.folder.step === 'connected' && (
          <Button size="small" onClick={onContinue}>
            {gallery.continueRun}
          </Button>
        )
      }
    >
      {gallery.cutOff(done, listed)}
    </BarNote>
  );
}
