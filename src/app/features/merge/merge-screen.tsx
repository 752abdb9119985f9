import { mergeMessages } from '../../messages/merge-messages';
import { Note } from '../../shared/note';
import { backToRefine, ScreenHead } from '../../shared/screen-head';
import type { OpenSurvey } from '../../state/app-state';
import { useActions, useAppState } from '../../state/app-store';
import { useOpenSurvey } from '../../state/use-open-survey';
import { MergeApplied } from './merge-applied';
import { MergePlanView } from './merge-plan-view';
import { MergeProgress } from './merge-progress';
import styles from './merge-screen.module.css';
import { MergeStart } from './merge-start';

/** Results of other computers become part of the survey. */
export function MergeScreen({ surveyId }: { readonly surveyId: string }) {
  const opened = useOpenSurvey(surveyId);
  return opened.step === 'open' ? <Merge open={opened.open} /> : null;
}

function Merge({ open }: { readonly open: OpenSurvey }) {
  const actions = useActions();
  const view = useAppState((state) => state.merging);
  const words = mergeMessages;
  const isAtRest = view.step === 'none' || view.step === 'refused' || view.step === 'applied';
  return (
    <div className={styles.screen}>
      <ScreenHead
        surveyName={open.survey.name}
        title={words.title}
        intro={words.intro}
        back={backToRefine(open.survey.id)}
      />
      {view.step === 'applied' && (
        <MergeApplied view={view} surveyId={open.survey.id} onUndo={() => void actions.undoMerge()} />
      )}
      {open.images.length === 0 && open.loading === null && (
        <Note tone="warn">
          <p>{words.noImages}</p>
        </Note>
      )}
      {isAtRest && (
        <MergeStart
          view={view}
          onFiles={(files) => void actions.mergeFile(files[0]!)}
          onDismiss={() => actions.dismissMerge()}
        />
      )}
      {view.step === 'offered' && (
        <MergePlanView
          view={view}
          onChoose={(filepath, choice) => actions.chooseMerge(filepath, choice)}
          onApply={() => void actions.applyMerge()}
          onCancel={() => actions.dismissMerge()}
        />
      )}
      <MergeProgress view={view} />
    </div>
  );
}
