import { CircleCheck, Undo2 } from 'lucide-react';
import { mergeMessages } from '../../messages/merge-messages';
import { Button, LinkButton } from '../../shared/button';
import { FileName } from '../../shared/file-name';
import { Panel } from '../../shared/panel';
import text from '../../shared/text.module.css';
import type { MergeView } from '../../state/merge-view';
import { routes } from '../../state/routes';
import styles from './merge-plan-view.module.css';

export interface MergeAppliedProps {
  readonly view: Extract<MergeView, { step: 'applied' }>;
  readonly surveyId: string;
  readonly onUndo: () => void;
}

/** What a merge has changed, and the way back. */
export function MergeApplied({ view, surveyId, onUndo }: MergeAppliedProps) {
  const { applied } = mergeMessages;
  return (
    <Panel title={applied.title} icon={CircleCheck} isRoomy>
      <p role="status">
        <FileName name={view.plan.fileName} />: {applied.text(view.stored, view.replaced)} {applied.until}
      </p>
      <p className={text.hint}>{applied.missing}</p>
      <div className={styles.acts}>
        <LinkButton to={routes.gallery(surveyId)} variant="primary">
          {applied.gallery}
        </LinkButton>
        <Button icon={Undo2} onClick={onUndo}>
          {applied.undo}
        </Button>
      </div>
    </Panel>
  );
}
