import { OctagonAlert } from 'lucide-react';
import { Link } from 'wouter';
import { messages } from '../../messages';
import { queueMessages } from '../../messages/queue-messages';
import { FileName } from '../../shared/file-name';
import { formatNumber } from '../../shared/format/number-format';
import { Icon } from '../../shared/icon';
import type { ImageDescription } from '../../shared/images/describe-image';
import type { GroupNode } from '../../shared/images/image-groups';
import { groupName } from '../../shared/images/image-words';
import { KindMark } from '../../shared/images/kind-mark';
import { QueueList } from '../../shared/queue/queue-list';
import text from '../../shared/text.module.css';
import { routes } from '../../state/routes';
import styles from './so-far.module.css';

export interface SoFarProps {
  readonly surveyId: string;
  /** Labels by number of photos, most first. */
  readonly counts: readonly GroupNode[];
  readonly failed: readonly ImageDescription[];
  readonly isGoing: boolean;
  /** There is a queue, this survey's run is part of it or not. */
  readonly hasQueue: boolean;
}

const SHOWN_LABELS = 14;
const SHOWN_FAILURES = 8;

/** What was found by now, and what could not be read. */
export function SoFar({ surveyId, counts, failed, isGoing, hasQueue }: SoFarProps) {
  return (
    <aside className={styles.side} aria-label={messages.run.soFar}>
      {hasQueue && (
        <section className={styles.queue}>
          <h2 className={styles.title}>{queueMessages.title}</h2>
          <QueueList />
        </section>
      )}
      <Counts counts={counts} />
      {failed.length > 0 && <Failures surveyId={surveyId} failed={failed} isGoing={isGoing} />}
    </aside>
  );
}

function Counts({ counts }: Pick<SoFarProps, 'counts'>) {
  const { run: words } = messages;
  const most = counts[0]?.count ?? 1;
  const rest = counts.length - SHOWN_LABELS;
  return (
    <section>
      <h2 className={styles.title}>{words.soFar}</h2>
      {counts.length === 0 ? (
        <p className={styles.hint}>{words.soFarNone}</p>
      ) : (
        <table className={styles.table}>
          <thead className={text.visuallyHidden}>
            <tr>
              <th scope="col">{words.label}</th>
              <th scope="col">{words.count}</th>
            </tr>
          </thead>
          <tbody>
            {counts.slice(0, SHOWN_LABELS).map((node) => (
              <tr key={node.key}>
                <th scope="row">
                  <span className={styles.label}>
                    <KindMark kind={node.kind} />
                    <span className={text.ellipsis}>{groupName(node)}</span>
                  </span>
                </th>
                <td>
                  <span className={styles.amount}>
                    <span className={styles.bar}>
                      <span style={{ inlineSize: `${Math.max(2, (node.count / most) * 100)}%` }} />
                    </span>
                    <span className={styles.number}>{formatNumber(node.count)}</span>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && <p className={styles.hint}>{words.moreLabels(rest)}</p>}
    </section>
  );
}

function Failures({ surveyId, failed, isGoing }: Omit<SoFarProps, 'counts' | 'hasQueue'>) {
  const { run: words, images } = messages;
  const rest = failed.length - SHOWN_FAILURES;
  return (
    <section className={styles.failures}>
      <h2 className={styles.title}>
        {words.failures} <span className={styles.total}>{formatNumber(failed.length)}</span>
      </h2>
      <ul>
        {failed.slice(0, SHOWN_FAILURES).map(({ filepath, fileName, problem }) => (
          <li key={filepath} className={styles.failure}>
            <Icon of={OctagonAlert} />
            <div>
              <Link to={routes.image(surveyId, filepath)} className={styles.file}>
                <FileName name={fileName} />
              </Link>
              {problem !== null && <p>{images.problems[problem].short}</p>}
            </div>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={styles.hint}>{words.moreFailures(rest)}</p>}
      <p className={styles.hint}>{isGoing ? words.failuresHint : words.failuresHintEnded}</p>
    </section>
  );
}
