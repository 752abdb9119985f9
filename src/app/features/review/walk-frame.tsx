import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { LinkButton } from '../../shared/button';
import { ProgressBar } from '../../shared/progress-bar';
import { ReviewLine } from '../../shared/review/review-line';
import { ScreenHeading } from '../../shared/screen-heading';
import type { OpenSurvey } from '../../state/app-state';
import { routes } from '../../state/routes';
import styles from './walk-frame.module.css';

const words = reviewModeMessages;

export interface WalkFrameProps {
  readonly open: OpenSurvey;
  readonly title: string;
  /** Null = not known yet. */
  readonly progress: { readonly done: number; readonly total: number; readonly text: string } | null;
  /** Right in the bar: what can be chosen. */
  readonly tools?: ReactNode;
  /** The photo and the panel beside it, or why there is none. */
  readonly children: ReactNode;
}

/** A screen on which images are gone through: bar with progress, photo, panel. */
export function WalkFrame({ open, title, progress, tools, children }: WalkFrameProps) {
  return (
    <div className={styles.screen}>
      <header className={styles.bar}>
        <LinkButton to={routes.review(open.survey.id)} size="small" variant="quiet" icon={ArrowLeft}>
          {words.back}
        </LinkButton>
        <ScreenHeading documentTitle={`${title} · ${open.survey.name}`} className={styles.title}>
          {title}
        </ScreenHeading>
        {progress !== null && (
          <div className={styles.progress}>
            <span className={styles.progressText}>{progress.text}</span>
            <ProgressBar label={words.walk.bar} done={progress.done} total={progress.total} valueText={progress.text} />
          </div>
        )}
        {tools !== undefined && <div className={styles.tools}>{tools}</div>}
      </header>
      {children}
      <ReviewLine />
    </div>
  );
}

/** The photo at the start, the panel at the end; below each other where it is narrow. */
export function WalkBody({
  photo,
  panel,
  label,
}: {
  readonly photo: ReactNode;
  readonly panel: ReactNode;
  /** Name of the panel. */
  readonly label: string;
}) {
  return (
    <div className={styles.body}>
      <div className={styles.photo}>{photo}</div>
      <aside className={styles.panel} aria-label={label}>
        {panel}
      </aside>
    </div>
  );
}
