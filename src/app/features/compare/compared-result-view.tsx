import { CircleCheck, CircleSlash } from 'lucide-react';
import { useLocation } from 'wouter';
import { STRICT_TOLERANCES } from '../../../domain/comparison/reference-equality';
import { compareMessages } from '../../messages/compare-messages';
import { Note } from '../../shared/note';
import { NO_FILTER } from '../../shared/images/image-filter';
import type { DiffersFilter } from '../../shared/images/differs-filter';
import text from '../../shared/text.module.css';
import type { OpenSurvey } from '../../state/app-state';
import type { Comparison } from '../../state/comparison-view';
import { changeGalleryView } from '../../state/gallery-view';
import { routes } from '../../state/routes';
import { BoxCounts } from './box-counts';
import { ComparedFilePanel } from './compared-file-panel';
import styles from './compared-result-view.module.css';
import { DifferenceCounts } from './difference-counts';
import { DifferingList } from './differing-list';
import { equalityWords } from './equality-words';
import { LabelTransitions } from './label-transitions';
import { NumberSpreads } from './number-spreads';

export interface ComparedResultViewProps {
  readonly open: OpenSurvey;
  readonly comparison: Comparison;
  readonly onFiles: (files: FileList) => void;
}

/** A whole comparison: the file, the verdict, the numbers, the images. */
export function ComparedResultView({ open, comparison, onFiles }: ComparedResultViewProps) {
  const [, navigate] = useLocation();
  const surveyId = open.survey.id;
  const { summary, hasLabels } = comparison.review;
  const show = (differs: DiffersFilter) => {
    changeGalleryView(surveyId, { filter: { ...NO_FILTER, differs }, active: null });
    navigate(routes.gallery(surveyId));
  };
  return (
    <>
      <ComparedFilePanel survey={open.survey} comparison={comparison} onFiles={onFiles} />
      {open.survey.counts.done === 0 && (
        <Note tone="warn">
          <p>{compareMessages.noResults}</p>
        </Note>
      )}
      <Verdict comparison={comparison} />
      {summary.compared > 0 && (
        <div className={styles.columns}>
          <DifferenceCounts comparison={comparison} onShow={show} />
          <div className={styles.column}>
            <NumberSpreads summary={summary} />
            <BoxCounts summary={summary} />
          </div>
          {hasLabels && <LabelTransitions summary={summary} onShow={show} />}
        </div>
      )}
      <DifferingList open={open} comparison={comparison} />
    </>
  );
}

function Verdict({ comparison }: Pick<ComparedResultViewProps, 'comparison'>) {
  const [title, says] = equalityWords(comparison);
  if (title === undefined) return null;
  const { conf, bbox, score } = STRICT_TOLERANCES[comparison.file.form];
  return (
    <div role="status">
      <Note icon={comparison.review.equality.isEqual ? CircleCheck : CircleSlash}>
        <p>
          <strong>{title}.</strong> {says}
        </p>
        <p className={text.hint}>{compareMessages.equal.tolerances(conf, bbox, score)}</p>
      </Note>
    </div>
  );
}
