import { CircleCheck, CircleMinus, CircleX, FlaskConical, type LucideIcon } from 'lucide-react';
import type { BackendSelfTest } from '../../../domain/model-package';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { formatDateTime } from '../../shared/format/format-date';
import { Tag, type TagProps } from '../../shared/tag';
import textStyles from '../../shared/text.module.css';
import { formatDifference } from './format-difference';
import styles from './self-tests.module.css';

const text = messages.models.test;

const LOOKS: Readonly<Record<BackendSelfTest['verdict'], { tone: NonNullable<TagProps['tone']>; icon: LucideIcon }>> = {
  passed: { tone: 'success', icon: CircleCheck },
  failed: { tone: 'danger', icon: CircleX },
  'not-tried': { tone: 'quiet', icon: CircleMinus },
};

export interface SelfTestsProps {
  /** The package's name. */
  readonly name: string;
  readonly tests: readonly BackendSelfTest[];
  readonly isTesting: boolean;
  readonly onTest: () => void;
}

/** How the networks did on each backend of this computer. */
export function SelfTests({ name, tests, isTesting, onTest }: SelfTestsProps) {
  const testedAt = Math.max(...tests.map((test) => test.testedAt));
  return (
    <section className={styles.section} aria-label={text.of(name)}>
      <header className={styles.head}>
        <h3>{text.title}</h3>
        <Button size="small" icon={FlaskConical} busyLabel={isTesting ? text.testing : null} onClick={onTest}>
          {tests.length === 0 ? text.first : text.again}
        </Button>
      </header>
      {tests.length === 0 ? (
        <p className={`${textStyles.small} ${textStyles.quiet}`}>{text.never}</p>
      ) : (
        <>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{text.columns.backend}</th>
                <th scope="col">{text.columns.verdict}</th>
                <th scope="col" className={styles.number}>
                  {text.columns.difference}
                </th>
                <th scope="col" className={styles.number}>
                  {text.columns.time}
                </th>
              </tr>
            </thead>
            <tbody>
              {tests.map((test) => (
                <TestRow key={test.backend} test={test} />
              ))}
            </tbody>
          </table>
          <p className={textStyles.hint}>{text.tested(formatDateTime(testedAt))}</p>
        </>
      )}
    </section>
  );
}

function TestRow({ test }: { readonly test: BackendSelfTest }) {
  const { backend, verdict, detail, finding, difference, milliseconds } = test;
  const { tone, icon } = LOOKS[verdict];
  return (
    <tr>
      <th scope="row">{text.backends[backend]}</th>
      <td>
        <Tag tone={tone} icon={icon}>
          {text.verdicts[verdict]}
        </Tag>
        {finding !== undefined && <span className={styles.detail}>{messages.backendFindings.words(finding)}</span>}
        {detail !== '' && (
          <span className={styles.detail} lang="en" translate="no">
            {detail}
          </span>
        )}
      </td>
      <td className={styles.number}>{difference === null ? text.none : formatDifference(difference)}</td>
      <td className={styles.number}>{milliseconds === null ? text.none : text.milliseconds(milliseconds)}</td>
    </tr>
  );
}
