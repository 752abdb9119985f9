import { Ban, Redo2, Undo2 } from 'lucide-react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Combobox } from '../../shared/combobox';
import { IconButton } from '../../shared/icon-button';
import { ProgressBar } from '../../shared/progress-bar';
import { Segmented } from '../../shared/segmented';
import { summarizeRepeats, type RepeatsState } from '../../state/repeats-state';
import { STACK_FILTERS, type RepeatsView, type StackFilter } from '../../state/repeats-view';
import { countByFilter } from './shown-stacks';
import styles from './stack-toolbar.module.css';
import { cameraName } from './stack-words';

export interface StackToolbarProps {
  readonly repeats: RepeatsState;
  readonly cameras: readonly string[];
  readonly view: RepeatsView;
  /** Undecided stacks among those that are shown. */
  readonly undecidedShown: number;
  readonly onView: (part: Partial<RepeatsView>) => void;
  readonly onRejectAll: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** How much is decided, which stacks are shown, and what is done to all of these. */
export function StackToolbar(props: StackToolbarProps) {
  const { repeats, cameras, view, undecidedShown, onView, onRejectAll, onUndo, onRedo } = props;
  const { repeats: words } = messages;
  const all = countByFilter(repeats.stacks, repeats.decided, null);
  const counts = countByFilter(repeats.stacks, repeats.decided, view.camera);
  const { rejectedBoxes, rejectedImages } = summarizeRepeats(repeats);
  const decidedText = words.decidedOf(all.all - all.undecided, all.all);
  return (
    <div className={styles.toolbar}>
      <div className={styles.progress}>
        <p>
          <strong>{decidedText}</strong>,{' '}
          {rejectedBoxes === 0 ? words.nothingRejected : words.rejectedIn(rejectedBoxes, rejectedImages)}
        </p>
        <ProgressBar label={words.progress} done={all.all - all.undecided} total={all.all} valueText={decidedText} />
      </div>
      <div className={styles.tools}>
        <Segmented<StackFilter>
          label={words.show}
          size="small"
          segments={STACK_FILTERS.map((value) => ({
            value,
            label: words.withCount(words.filters[value], counts[value]),
          }))}
          value={view.filter}
          onChange={(filter) => onView({ filter })}
        />
        {cameras.length > 1 && (
          <Combobox
            label={words.camera}
            placeholder={words.allCameras}
            emptyText={words.noCamera}
            options={cameras.map((camera) => ({ value: camera, label: cameraName(camera) }))}
            value={view.camera}
            onChange={(camera) => onView({ camera })}
            className={styles.camera}
          />
        )}
        <div className={styles.acts}>
          <IconButton
            icon={Undo2}
            label={words.undo}
            shortcut="Ctrl+Z"
            disabled={repeats.past.length === 0}
            onClick={onUndo}
          />
          <IconButton
            icon={Redo2}
            label={words.redo}
            shortcut="Ctrl+Shift+Z"
            disabled={repeats.future.length === 0}
            onClick={onRedo}
          />
          <Button size="small" icon={Ban} disabled={undecidedShown === 0} onClick={onRejectAll}>
            {words.rejectAll(undecidedShown)}
          </Button>
        </div>
      </div>
    </div>
  );
}
