import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';
import { messages } from '../messages';
import { routes } from '../state/routes';
import { Icon } from './icon';
import styles from './screen-head.module.css';
import { ScreenHeading } from './screen-heading';

export interface ScreenHeadProps {
  readonly surveyName: string;
  readonly title: string;
  /** What the browser's tab says; the title, if not given. */
  readonly documentTitle?: string;
  /** One or two sentences: what the screen is for. */
  readonly intro: string;
  /** The way to the overview that the screen belongs to. */
  readonly back?: { readonly to: string; readonly label: string };
}

/** Top of a screen of a survey that is read from above: the way back, the title, what it is for. */
export function ScreenHead({ surveyName, title, documentTitle = title, intro, back }: ScreenHeadProps) {
  return (
    <header className={styles.head}>
      {back !== undefined && (
        <Link to={back.to} className={styles.back}>
          <Icon of={ArrowLeft} />
          {back.label}
        </Link>
      )}
      <ScreenHeading documentTitle={`${documentTitle} · ${surveyName}`}>{title}</ScreenHeading>
      <p>{intro}</p>
    </header>
  );
}

/** From a screen under the tab "Refine". */
export const backToRefine = (surveyId: string) => ({ to: routes.refine(surveyId), label: messages.shell.refine });
