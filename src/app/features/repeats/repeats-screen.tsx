import { FilterX, LoaderCircle, PlayCircle, Repeat2, ScanSearch } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { messages } from '../../messages';
import { Button, LinkButton } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { formatPercent } from '../../shared/format/number-format';
import { backToRefine, ScreenHead } from '../../shared/screen-head';
import { useElementSize } from '../../shared/use-element-size';
import type { OpenSurvey } from '../../state/app-state';
import { useActions, useAppState } from '../../state/app-store';
import { changeRepeatsView, useRepeatsView, type RepeatsView } from '../../state/repeats-view';
import { verdictOn } from '../../state/repeats-state';
import { routes } from '../../state/routes';
import { useOpenSurvey } from '../../state/use-open-survey';
import { RepeatsAnnouncement } from './repeats-announcement';
import styles from './repeats-screen.module.css';
import { SearchPanel } from './search-panel';
import { camerasOf, shownStacks } from './shown-stacks';
import { StackDialog } from './stack-dialog';
import { StackGrid } from './stack-grid';
import { StackToolbar } from './stack-toolbar';
import { useStackActs } from './use-stack-acts';

/** Boxes that recur at one place: found, looked at, rejected or kept. */
export function RepeatsScreen({ surveyId }: { readonly surveyId: string }) {
  const opened = useOpenSurvey(surveyId);
  return opened.step === 'open' ? <Repeats open={opened.open} /> : null;
}

function Repeats({ open }: { readonly open: OpenSurvey }) {
  const { repeats: words } = messages;
  const actions = useActions();
  const { scoresAs } = useAppState((state) => state.preferences);
  const surveyId = open.survey.id;
  const { repeats } = open;
  const view = useRepeatsView(surveyId);
  const [isUnfolded, setUnfolded] = useState(false);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [measureHead, head] = useElementSize<HTMLDivElement>();
  const [measureBar, bar] = useElementSize<HTMLDivElement>();
  const change = (part: Partial<RepeatsView>) => changeRepeatsView(surveyId, part);
  const loadPreview = useCallback((filepath: string) => actions.previewUrl(surveyId, filepath), [actions, surveyId]);

  const cameras = useMemo(() => camerasOf(repeats.stacks), [repeats.stacks]);
  // A camera without a stack in a later search holds nothing back.
  const camera = view.camera !== null && cameras.includes(view.camera) ? view.camera : null;
  const shown = useMemo(
    () => shownStacks(repeats.stacks, repeats.decided, { filter: view.filter, camera }),
    [repeats.stacks, repeats.decided, view.filter, camera],
  );
  const activeIndex = Math.max(
    0,
    shown.findIndex(({ id }) => id === view.active),
  );
  const undecided = shown.filter((stack) => verdictOn(stack, repeats.decided) === null);
  const { decide } = useStackActs({ surveyId, repeats, shown, activeIndex, view });
  const isLoading = open.loading !== null;
  const hasFacts = open.survey.counts.done > 0;

  return (
    <div ref={setScroller} className={styles.screen}>
      <div ref={measureHead}>
        <div className={styles.head}>
          <ScreenHead
            surveyName={open.survey.name}
            title={words.title}
            intro={words.intro}
            back={backToRefine(surveyId)}
          />
          {hasFacts && !isLoading && (
            <SearchPanel
              repeats={repeats}
              canSearch={hasFacts}
              isUnfolded={isUnfolded}
              onUnfold={setUnfolded}
              onSearch={(options) => void actions.searchRepeats(options)}
              onCancel={() => actions.cancelRepeatSearch()}
            />
          )}
        </div>
      </div>
      {repeats.stacks.length > 0 && !isLoading && (
        <div ref={measureBar} className={styles.bar}>
          <StackToolbar
            repeats={repeats}
            cameras={cameras}
            view={{ ...view, camera }}
            undecidedShown={undecided.length}
            onView={change}
            onRejectAll={() =>
              void actions.decideRepeats(
                undecided.map(({ id }) => id),
                'rejected',
              )
            }
            onUndo={() => void actions.undoRepeats()}
            onRedo={() => void actions.redoRepeats()}
          />
        </div>
      )}
      <RepeatsAnnouncement repeats={repeats} />
      {isLoading || shown.length === 0 ? (
        <NoStacks
          open={open}
          onUnfold={isUnfolded ? null : () => setUnfolded(true)}
          onShowAll={() => change({ filter: 'all', camera: null })}
        />
      ) : (
        <StackGrid
          stacks={shown}
          repeats={repeats}
          activeIndex={activeIndex}
          scoresAs={scoresAs}
          loadPreview={loadPreview}
          scroller={scroller}
          above={(head?.height ?? 0) + (bar?.height ?? 0)}
          over={bar?.height ?? 0}
          onActive={(active) => change({ active })}
          onOpen={(id) => change({ active: id, opened: id })}
          onDecide={(id, verdict) => decide([id], verdict)}
        />
      )}
      <StackDialog
        open={open}
        shown={shown}
        stack={repeats.stacks.find(({ id }) => id === view.opened) ?? null}
        scoresAs={scoresAs}
        loadPreview={loadPreview}
        onClose={() => change({ opened: null })}
        onShow={(id) => change({ active: id, opened: id })}
        onDecide={(id, verdict) => decide([id], verdict)}
        onSpare={(id, member, isSpared) => void actions.spareRepeat(id, member, isSpared)}
      />
    </div>
  );
}

interface NoStacksProps {
  readonly open: OpenSurvey;
  /** Null = the options are unfolded. */
  readonly onUnfold: (() => void) | null;
  readonly onShowAll: () => void;
}

/** Why there is no stack to look at, and the next step. */
function NoStacks({ open, onUnfold, onShowAll }: NoStacksProps) {
  const { repeats: words } = messages;
  const { loading, repeats, survey } = open;
  if (loading !== null) return <EmptyState icon={LoaderCircle} title={words.reading(formatPercent(loading))} />;
  if (survey.counts.done === 0) {
    return (
      <EmptyState
        icon={PlayCircle}
        title={words.nothingDone}
        actions={<LinkButton to={routes.run(survey.id)}>{words.openRun}</LinkButton>}
      >
        {words.nothingDoneText}
      </EmptyState>
    );
  }
  if (repeats.stacks.length > 0) {
    return (
      <EmptyState icon={FilterX} title={words.noMatch} actions={<Button onClick={onShowAll}>{words.showAll}</Button>}>
        {words.noMatchText(repeats.stacks.length)}
      </EmptyState>
    );
  }
  if (repeats.search.step === 'done') {
    return (
      <EmptyState
        icon={Repeat2}
        title={words.noneTitle(repeats.options.minOccurrences)}
        actions={onUnfold === null ? undefined : <Button onClick={onUnfold}>{words.showOptions}</Button>}
      >
        {words.noneText}
      </EmptyState>
    );
  }
  if (repeats.search.step === 'searching') return null;
  return (
    <EmptyState icon={ScanSearch} title={words.notSearched}>
      {words.notSearchedText}
    </EmptyState>
  );
}
