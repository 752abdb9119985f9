import { messages } from '../../messages';
import { mergeMessages } from '../../messages/merge-messages';
import { Note } from '../../shared/note';
import { ProgressBar } from '../../shared/progress-bar';
import type { MergeView } from '../../state/merge-view';

/** What is going on with the file; announced politely. */
export function MergeProgress({ view }: { readonly view: MergeView }) {
  const words = mergeMessages;
  const { common } = messages;
  return (
    <div role="status">
      {view.step === 'reading' && (
        <Note>
          <p>{words.reading(view.fileName, view.entries)}</p>
        </Note>
      )}
      {view.step === 'comparing' && (
        <Note>
          <p>{words.comparing(view.fileName)}</p>
        </Note>
      )}
      {view.step === 'applying' && (
        <Note>
          <p>{words.plan.applying(view.plan.fileName)}</p>
          <ProgressBar
            label={words.plan.progress}
            done={view.stored}
            total={view.total}
            valueText={common.doneOf(view.stored, view.total)}
          />
        </Note>
      )}
    </div>
  );
}
