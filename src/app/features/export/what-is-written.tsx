import { CircleAlert, CircleCheck, FlaskConical, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { messages } from '../../messages';
import { Icon } from '../../shared/icon';
import type { OpenSurvey } from '../../state/app-state';
import styles from './what-is-written.module.css';

/** How many images the file will hold, failures included, and what is left out. */
export function WhatIsWritten({ open }: { readonly open: OpenSurvey }) {
  const { exportDialog: words } = messages;
  const { done, failed, listed } = open.survey.counts;
  const waiting = Math.max(0, listed - done);
  return (
    <section>
      <h3>{words.written}</h3>
      <ul className={styles.list}>
        <Line icon={CircleCheck}>{words.writtenDone(done - failed)}</Line>
        {failed > 0 && <Line icon={CircleCheck}>{words.writtenFailed(failed)}</Line>}
        {waiting > 0 && <Line icon={CircleAlert}>{words.writtenOpen(waiting)}</Line>}
        {(open.survey.isDemo || open.modelPackage?.isDemo === true) && <Line icon={FlaskConical}>{words.demo}</Line>}
      </ul>
    </section>
  );
}

function Line({ icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }) {
  return (
    <li className={styles.line}>
      <Icon of={icon} />
      <span>{children}</span>
    </li>
  );
}
