import type { RepeatVerdict } from '../../domain/megadetector/repeat-decisions';
import type { RepeatImage } from '../../domain/megadetector/repeat-detections';
import type { AppParts } from './app-parts';
import type { AppActions } from './app-actions';
import { listStacks, withDecided } from './list-stacks';
import type { OpenSession } from './open-session';
import { decideStacks, invert, touchedBy, withAct } from './repeat-acts';
import { rejectedBy, repeatImagesOf, writeRepeats } from './repeat-decisions-of-survey';
import type { RepeatSearchOptions } from './repeat-search-options';
import { verdictOn, type FoundStack, type RepeatAct, type RepeatsState } from './repeats-state';
import { runInPieces } from './run-in-pieces';
import { searchRepeats } from './search-repeats';

type RepeatActionNames =
  'searchRepeats' | 'cancelRepeatSearch' | 'decideRepeats' | 'spareRepeat' | 'undoRepeats' | 'redoRepeats';

type History = Pick<RepeatsState, 'past' | 'future' | 'last'>;

/** The search for repeat detections, and what people decide about what it finds. */
export function createRepeatActions(parts: AppParts): Pick<AppActions, RepeatActionNames> {
  const { storage, opening, guarded, showToast } = parts;
  let search: AbortController | null = null;
  let tail: Promise<void> = Promise.resolve();

  /** One act after the other: each begins with what the one before left. */
  function inTurn(work: (session: OpenSession) => Promise<void>): Promise<void> {
    const session = opening.current();
    if (session === null) return Promise.resolve();
    const job = tail.then(() => work(session));
    tail = job.catch(() => undefined); // the caller hears of it; the next act goes on
    return job;
  }

  /** Stored first, then shown. Facts stay as they are; the images of these stacks are concluded anew. */
  async function perform(session: OpenSession, act: RepeatAct, history: History): Promise<void> {
    const before = session.repeats();
    const decided = withAct(before.decided, act);
    await writeRepeats(storage, session.id, { options: before.options, decided });
    const rejected = await runInPieces(rejectedBy(decided));
    // Read again: a search may have ended meanwhile.
    const stacks = withDecided(session.repeats().stacks, decided);
    await session.rejectRepeats({ decided, rejected, stacks, ...history }, touchedBy(act));
  }

  async function performNew(session: OpenSession, act: RepeatAct): Promise<void> {
    if (act.length === 0) return;
    const { past } = session.repeats();
    await perform(session, act, { past: [...past, act], future: [], last: { way: 'done', act } });
  }

  async function undo(session: OpenSession): Promise<void> {
    const { past, future } = session.repeats();
    const act = past.at(-1);
    if (act === undefined) return;
    const history: History = { past: past.slice(0, -1), future: [...future, act], last: { way: 'undone', act } };
    await perform(session, invert(act), history);
  }

  async function runSearch(options: RepeatSearchOptions): Promise<void> {
    search?.abort();
    const session = opening.current();
    if (session === null) return;
    const abort = new AbortController();
    search = abort;
    const before = session.repeats().search;
    const images: RepeatImage[] = [...repeatImagesOf(session)];
    const tell = (done: number) => {
      if (opening.current() !== session) abort.abort();
      else session.setRepeats({ search: { step: 'searching', done, total: images.length } });
    };
    tell(0);
    try {
      const found = await runInPieces(searchRepeats(images, options, tell), abort.signal);
      await inTurn(async () => {
        const { decided } = session.repeats();
        await writeRepeats(storage, session.id, { options, decided });
        const stacks = await runInPieces(listStacks(found, decided), abort.signal);
        session.setRepeats({ options, stacks, search: { step: 'done', images: images.length }, last: null });
      });
    } catch (error) {
      // Another search may be under way already: it tells of itself.
      if (search === abort) session.setRepeats({ search: before.step === 'searching' ? { step: 'none' } : before });
      if (!abort.signal.aborted) throw error;
    } finally {
      if (search === abort) search = null;
      session.flush();
    }
  }

  return {
    searchRepeats: guarded(runSearch),
    cancelRepeatSearch: () => search?.abort(),
    decideRepeats: guarded((ids, verdict) =>
      inTurn(async (session) => {
        const { stacks, decided } = session.repeats();
        const wanted = new Set(ids);
        const changed = stacks.filter((stack) => wanted.has(stack.id) && isOtherwise(stack, verdict, decided));
        const act = decideStacks(changed, verdict, decided);
        await performNew(session, act);
        if (verdict !== 'rejected' || act.length < 2) return;
        const boxes = act.reduce((sum, { after }) => sum + (after?.stack.count ?? 0), 0);
        const takeBack = guarded(() => inTurn((now) => takeBackAct(now, act)));
        showToast({ code: 'repeats-rejected', details: { count: act.length, boxes }, undo: () => void takeBack() });
      }),
    ),
    spareRepeat: guarded((id, member, isSpared) =>
      inTurn(async (session) => {
        const before = session.repeats().decided.get(id);
        if (before === undefined) return;
        const others = before.spared.filter(
          ({ filepath, detection }) => filepath !== member.filepath || detection !== member.detection,
        );
        const spared = isSpared ? [...others, { filepath: member.filepath, detection: member.detection }] : others;
        if (spared.length === before.spared.length) return;
        await performNew(session, [{ id, before, after: { ...before, spared } }]);
      }),
    ),
    undoRepeats: guarded(() => inTurn(undo)),
    redoRepeats: guarded(() =>
      inTurn(async (session) => {
        const { past, future } = session.repeats();
        const act = future.at(-1);
        if (act === undefined) return;
        const history: History = { past: [...past, act], future: future.slice(0, -1), last: { way: 'redone', act } };
        await perform(session, act, history);
      }),
    ),
  };

  /** The last act is undone; after another one it is taken back by a new act, and what came after it stays. */
  async function takeBackAct(session: OpenSession, act: RepeatAct): Promise<void> {
    if (session.repeats().past.at(-1) === act) await undo(session);
    else if (session.repeats().past.includes(act)) await performNew(session, invert(act));
  }
}

/** A stack that has grown since it was decided can be taken back without being decided. */
function isOtherwise(stack: FoundStack, verdict: RepeatVerdict | null, decided: RepeatsState['decided']): boolean {
  return verdict === null ? decided.has(stack.id) : verdictOn(stack, decided) !== verdict;
}
