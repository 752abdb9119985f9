import { messages } from '../../messages';
import text from '../../shared/text.module.css';
import type { RepeatsState } from '../../state/repeats-state';
import { countByFilter } from './shown-stacks';

/** Says politely what an act has changed: a verdict is seen on the card only. */
export function RepeatsAnnouncement({ repeats }: { readonly repeats: RepeatsState }) {
  const { repeats: words } = messages;
  const { last, stacks, decided } = repeats;
  const counts = countByFilter(stacks, decided, null);
  const said =
    last === null
      ? ''
      : last.way === 'done'
        ? words.said.done(last.act[0]?.after?.verdict ?? null, last.act.length)
        : words.said[last.way];
  return (
    <p role="status" className={text.visuallyHidden}>
      {said === '' ? '' : `${said} ${words.decidedOf(counts.all - counts.undecided, counts.all)}.`}
    </p>
  );
}
