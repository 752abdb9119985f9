import { CircleAlert, MapPinOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { messages } from '../messages';
import { LinkButton } from '../shared/button';
import { EmptyState } from '../shared/empty-state';
import { Icon } from '../shared/icon';
import { ScreenHeading } from '../shared/screen-heading';
import text from '../shared/text.module.css';
import type { Condition } from '../state/condition';
import { routes } from '../state/routes';
import { LateErrorNotice } from './late-error-notice';
import { BrandMark } from './brand-mark';
import styles from './start-states.module.css';

/** Words come after 400 ms: most starts are over before, and a flash of text helps nobody. */
const PATIENCE_MS = 400;

export function Loading({ words }: { readonly words: string }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.center} role="status">
      <h1 className={text.visuallyHidden}>{words}</h1>
      {isShown && (
        <>
          <BrandMark />
          <p aria-hidden>{words}</p>
        </>
      )}
    </div>
  );
}

export function StartFailed({ condition }: { readonly condition: Condition }) {
  return (
    <div className={styles.failed}>
      <div className={styles.row}>
        <Icon of={CircleAlert} size={20} />
        <ScreenHeading documentTitle={messages.shell.startFailed}>{messages.shell.startFailed}</ScreenHeading>
      </div>
      <LateErrorNotice condition={condition} actions={{ reload: () => location.reload() }} />
    </div>
  );
}

export function NotFound({ isSurvey = false }: { readonly isSurvey?: boolean }) {
  const title = isSurvey ? messages.shell.surveyNotFound : messages.shell.notFound;
  return (
    <>
      <ScreenHeading documentTitle={title} isHidden>
        {title}
      </ScreenHeading>
      <EmptyState
        icon={MapPinOff}
        title={title}
        actions={<LinkButton to={routes.home}>{messages.shell.goHome}</LinkButton>}
      >
        {isSurvey ? messages.shell.surveyNotFoundText : messages.shell.notFoundText}
      </EmptyState>
    </>
  );
}
