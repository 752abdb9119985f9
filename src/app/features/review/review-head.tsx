import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { Icon } from '../../shared/icon';
import styles from '../../shared/refine-head.module.css';
import { ScreenHeading } from '../../shared/screen-heading';
import type { OpenSurvey } from '../../state/app-state';
import { routes } from '../../state/routes';

export interface ReviewHeadProps {
  readonly open: OpenSurvey;
  readonly title: string;
  /** One or two sentences: what the screen is for. */
  readonly intro: string;
}

/** Top of a screen that belongs to the tab "Review", with the way back to it. */
export function ReviewHead({ open: { survey }, title, intro }: ReviewHeadProps) {
  return (
    <header className={styles.head}>
      <Link to={routes.review(survey.id)} className={styles.back}>
        <Icon of={ArrowLeft} />
        {reviewModeMessages.back}
      </Link>
      <ScreenHeading documentTitle={`${title} · ${survey.name}`}>{title}</ScreenHeading>
      <p>{intro}</p>
    </header>
  );
}
