import { Copy, GitCompareArrows, Trash2 } from 'lucide-react';
import type { Survey } from '../../../domain/survey';
import { compareMessages } from '../../messages/compare-messages';
import { Button } from '../../shared/button';
import { FileButton } from '../../shared/file-button';
import { FileName } from '../../shared/file-name';
import { formatNumber } from '../../shared/format/number-format';
import { Icon } from '../../shared/icon';
import { PathList } from '../../shared/path-list';
import text from '../../shared/text.module.css';
import { useActions } from '../../state/app-store';
import type { Comparison } from '../../state/comparison-view';
import styles from './compared-file-panel.module.css';
import { comparisonText } from './comparison-text';
import { pathWords } from './path-words';

export interface ComparedFilePanelProps {
  readonly survey: Survey;
  readonly comparison: Comparison;
  readonly onFiles: (files: FileList) => void;
}

/** With what the survey is compared, how the images were found, and the headline figures. */
export function ComparedFilePanel({ survey, comparison, onFiles }: ComparedFilePanelProps) {
  const actions = useActions();
  const words = compareMessages;
  const { file, review } = comparison;
  const { summary, hasLabels, paths } = review;
  const copy = async () => {
    await navigator.clipboard.writeText(
      comparisonText({ survey: survey.name, appVersion: __APP_VERSION__ }, comparison),
    );
    actions.notify('copied');
  };
  const labels = hasLabels && summary.labelAgreement !== null ? words.numbers.percent(summary.labelAgreement) : null;
  return (
    <section className={styles.panel} aria-label={file.fileName}>
      <header className={styles.head}>
        <Icon of={GitCompareArrows} size={20} />
        <div className={styles.names}>
          <h2>
            <FileName name={file.fileName} />
          </h2>
          <p className={text.hint}>{words.file(file.form, file.count)}</p>
        </div>
        <div className={styles.acts}>
          <Button size="small" icon={Copy} onClick={() => void copy()}>
            {words.copy}
          </Button>
          <FileButton kind="files" size="small" accept=".json" onFiles={onFiles}>
            {words.start.other}
          </FileButton>
          <Button
            size="small"
            icon={Trash2}
            aria-label={words.removeLong}
            onClick={() => void actions.removeComparison()}
          >
            {words.remove}
          </Button>
        </div>
      </header>
      <p className={styles.paths}>{pathWords(comparison).join(' ')}</p>
      <dl className={styles.figures} aria-label={words.numbers.title}>
        <Figure name={words.numbers.compared} value={formatNumber(summary.compared)} />
        <Figure name={words.numbers.equal} value={formatNumber(summary.equal)} />
        <Figure name={words.numbers.labels} value={labels ?? '–'} detail={hasLabels ? null : words.numbers.noLabels} />
        <Figure name={words.numbers.onlyHere} value={formatNumber(summary.counts['only-in-a'])} />
        <Figure name={words.numbers.onlyThere} value={formatNumber(summary.counts['only-in-b'])} />
      </dl>
      {paths.onlyInB.length > 0 && <PathList title={words.onlyThereList} paths={paths.onlyInB} />}
    </section>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly detail?: string | null;
}

function Figure({ name, value, detail = null }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
      {detail !== null && <dd className={styles.detail}>{detail}</dd>}
    </div>
  );
}
