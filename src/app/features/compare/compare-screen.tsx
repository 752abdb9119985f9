import { compareMessages } from '../../messages/compare-messages';
import { backToRefine, ScreenHead } from '../../shared/screen-head';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';
import { shownComparison } from '../../state/comparison-view';
import { useComparison } from '../../state/use-comparison';
import { useOpenSurvey } from '../../state/use-open-survey';
import { CompareStart } from './compare-start';
import styles from './compare-screen.module.css';
import { ComparedResultView } from './compared-result-view';
import { CompareProgress } from './compare-progress';

/** A second result of the same photos beside the survey. */
export function CompareScreen({ surveyId }: { readonly surveyId: string }) {
  const opened = useOpenSurvey(surveyId);
  return opened.step === 'open' ? <Compare open={opened.open} /> : null;
}

function Compare({ open }: { readonly open: OpenSurvey }) {
  const actions = useActions();
  const view = useComparison();
  const words = compareMessages;
  const shown = shownComparison(view);
  const choose = (files: FileList) => void actions.compareWithFile(files[0]!);
  return (
    <div className={styles.screen}>
      <ScreenHead
        surveyName={open.survey.name}
        title={words.title}
        intro={words.intro}
        back={backToRefine(open.survey.id)}
      />
      {(view.step === 'none' || view.step === 'refused' || view.step === 'reading') && (
        <CompareStart view={view} onFiles={choose} onDismiss={() => void actions.dismissComparison()} />
      )}
      {(view.step === 'kept' || view.step === 'comparing') && <CompareProgress view={view} isAgain={shown !== null} />}
      {shown !== null && <ComparedResultView open={open} comparison={shown} onFiles={choose} />}
    </div>
  );
}
