import { ArrowRight, Blend, CircleCheck, Images, LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { SmoothingGroup } from '../../../domain/group-smoothing';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { Icon } from '../../shared/icon';
import { NO_FILTER } from '../../shared/images/image-filter';
import { labelName } from '../../shared/images/image-words';
import { KindMark } from '../../shared/images/kind-mark';
import { readLabel } from '../../shared/images/read-label';
import { Note } from '../../shared/note';
import text from '../../shared/text.module.css';
import type { OpenSurvey } from '../../state/app-state';
import { changeGalleryView } from '../../state/gallery-view';
import { routes } from '../../state/routes';
import styles from './change-list.module.css';

/** The most frequent changes come first; a large survey has hundreds of single ones. */
const AT_A_TIME = 50;

/** What smoothing changed: from which name to which, how often, and why. */
export function ChangeList({ open }: { readonly open: OpenSurvey }) {
  const { events: words } = messages;
  const { outcome, isSmoothing, problem } = open.smoothing;
  const [, navigate] = useLocation();
  const [shown, setShown] = useState(AT_A_TIME);
  const surveyId = open.survey.id;
  const show = ({ was, label, within, step }: SmoothingGroup) => {
    changeGalleryView(surveyId, { filter: { ...NO_FILTER, change: { was, label, within, step } } });
    navigate(routes.gallery(surveyId));
  };
  if (problem !== null) return <Cannot technical={problem} />;
  if (open.survey.settings.smoothing === 'off') {
    return (
      <EmptyState icon={Blend} title={words.offTitle}>
        {words.offText}
      </EmptyState>
    );
  }
  if (outcome === null) return <EmptyState icon={LoaderCircle} title={words.busy} />;
  return (
    <div className={styles.changes} aria-busy={isSmoothing}>
      <p role="status" className={styles.summary}>
        {isSmoothing ? words.busy : words.changed(outcome.detections, outcome.images)}
      </p>
      {outcome.groups.length === 0 ? (
        <EmptyState icon={CircleCheck} title={words.noChangeTitle}>
          {words.noChange}
        </EmptyState>
      ) : (
        <>
          <p className={text.hint}>{words.changedHint}</p>
          <ul className={styles.list}>
            {outcome.groups.slice(0, shown).map((group) => (
              <Change key={keyOf(group)} group={group} onShow={() => show(group)} />
            ))}
          </ul>
          {outcome.groups.length > shown && (
            <div>
              <Button onClick={() => setShown(shown + AT_A_TIME)}>
                {words.moreChanges(outcome.groups.length - shown)}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function Change({ group, onShow }: { readonly group: SmoothingGroup; readonly onShow: () => void }) {
  const { events: words } = messages;
  const [was, label] = [readLabel(group.was), readLabel(group.label)];
  const [wasName, name] = [labelName(was.kind, was), labelName(label.kind, label)];
  return (
    <li className={styles.change}>
      <div className={styles.words}>
        <p className={styles.names}>
          <span className={text.visuallyHidden}>{words.change(wasName, name)}</span>
          <span aria-hidden className={styles.was}>
            <KindMark kind={was.kind} />
            {wasName}
          </span>
          <Icon of={ArrowRight} size={14} />
          <strong aria-hidden className={styles.now}>
            <KindMark kind={label.kind} />
            {name}
          </strong>
        </p>
        <p className={styles.why}>
          {words.changeWhere(group)}, {words.because(group)}.
        </p>
      </div>
      <Button size="small" icon={Images} onClick={onShow} aria-label={words.showImagesOf(group.images, wasName, name)}>
        {words.showImages(group.images)}
      </Button>
    </li>
  );
}

function Cannot({ technical }: { readonly technical: string }) {
  const { events: words } = messages;
  return (
    <Note tone="warn">
      <p>{words.cannot}</p>
      <details>
        <summary>{words.details}</summary>
        <code lang="en" translate="no">
          {technical}
        </code>
      </details>
    </Note>
  );
}

function keyOf({ was, label, within, step }: SmoothingGroup): string {
  return [was, label, within, step].join(' ');
}
