import { ArrowRight } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { SurveyRules } from '../../../pipeline/conclude';
import { findLabelChanges, type LabelChange, type LabelChanges } from '../../../pipeline/label-changes';
import { messages } from '../../messages';
import { FileName } from '../../shared/file-name';
import { Icon } from '../../shared/icon';
import { lineName } from '../../shared/images/image-words';
import text from '../../shared/text.module.css';
import type { OpenSurvey } from '../../state/app-state';
import { routes } from '../../state/routes';
import { useInPieces } from '../../state/use-in-pieces';
import { inferencesOf } from '../../state/survey-row';
import { canCount } from './can-count';
import styles from './rule-preview.module.css';

export interface RulePreviewProps {
  readonly open: OpenSurvey;
  readonly before: SurveyRules;
  /** Keep it in useMemo: another object is another question. */
  readonly after: SurveyRules;
}

const SHOWN = 3;

/** How many labels change with other rules, and the first few from what to what. */
export function RulePreview({ open, before, after }: RulePreviewProps) {
  const { preview } = messages.geofence;
  const isPossible = canCount(open);
  const { images } = open;
  const start = useMemo(
    () => (isPossible ? () => findLabelChanges(inferencesOf(images), before, after, SHOWN) : null),
    [isPossible, images, before, after],
  );
  const { result, isCurrent } = useInPieces(start);
  return (
    <div className={styles.preview} aria-live="polite" aria-busy={isPossible && !isCurrent}>
      {!isPossible && <p>{preview.afterRun}</p>}
      {isPossible && !isCurrent && <p className={text.quiet}>{preview.counting}</p>}
      {isCurrent && result !== null && <Changes surveyId={open.survey.id} changes={result} />}
    </div>
  );
}

function Changes({ surveyId, changes }: { readonly surveyId: string; readonly changes: LabelChanges }) {
  const { preview } = messages.geofence;
  const { images, first } = changes;
  if (images === 0) return <p>{preview.none}</p>;
  return (
    <>
      <p>
        <strong>{preview.change(images)}</strong>
      </p>
      <ul className={styles.list}>
        {first.map((change) => (
          <li key={change.filepath} className={styles.change}>
            <Link to={routes.image(surveyId, change.filepath)} className={styles.file}>
              <FileName name={change.filepath} />
            </Link>
            <span className={styles.labels}>
              <Label line={change.from} />
              <Icon of={ArrowRight} size={14} />
              <span className={text.visuallyHidden}> {preview.becomes} </span>
              <Label line={change.to} />
            </span>
          </li>
        ))}
      </ul>
      {images > first.length && <p className={text.quiet}>{preview.more(images - first.length)}</p>}
    </>
  );
}

function Label({ line }: { readonly line: LabelChange['from'] }) {
  return <span>{line === null ? messages.geofence.preview.noLabel : lineName(line)}</span>;
}
