import { useAppState } from '../../state/app-store';
import { messages } from '../../messages';
import text from '../text.module.css';

/** Says what was done, undone or redone: for people who do not see the tiles change. */
export function ReviewLine() {
  const last = useAppState(({ open }) => open?.reviewing.last ?? null);
  return (
    <div role="status" className={text.visuallyHidden}>
      {/* The same words again are said again only when the element is new. */}
      {last !== null && <span key={last.id}>{messages.review[last.way](last.deed, last.images)}</span>}
    </div>
  );
}
