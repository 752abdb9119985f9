import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';
import { messages } from '../messages';
import { routes } from '../state/routes';
import { Icon } from './icon';
import styles from './refine-head.module.css';
import { ScreenHeading } from './screen-heading';

export interface RefineHeadProps {
  readonly surveyId: string;
  readonly surveyName: string;
  readonly title: string;
  /** One sentence: what the screen is for. */
  readonly intro: string;
}

/** Top of a screen that belongs to the tab "Refine", with the way back to it. */
export function RefineHead({ surveyId, surveyName, title, intro }: RefineHeadProps) {
  return (
    <header className={styles.head}>
      <Link to={routes.refine(surveyId)} className={styles.back}>
        <Icon of={ArrowLeft} />
        {messages.shell.refine}
      </Link>
      <ScreenHeading documentTitle={`${title} · ${surveyName}`}>{title}</ScreenHeading>
      <p>{intro}</p>
    </header>
  );
}
