import {
  addToQueue,
  beginInQueue,
  endInQueue,
  forgetEnded,
  holdQueue,
  keepInQueue,
  moveUpInQueue,
  nextInQueue,
  putInQueue,
  removeFromQueue,
} from '../../domain/change-queue';
import type { EndedRun, RunQueue } from '../../domain/run-queue';
import { requestFolderPermission } from '../../files/folder-permission';
import type { RunLock } from '../../storage/run-lock';
import type { AppParts } from './app-parts';
import type { RunView } from './app-state';
import { toCondition } from './condition';
import type { OpenSession } from './open-session';
import { isFolderLoss, obstacleOf } from './run-obstacle';

export interface RunQueueWork {
  add(session: OpenSession): Promise<void>;
  drop(surveyId: string): Promise<void>;
  begin(session: OpenSession): Promise<void>;
  end(session: OpenSession, view: RunView): Promise<void>;
  restore(): Promise<void>;
  remove(surveyId: string): Promise<void>;
  moveUp(surveyId: string): Promise<void>;
  /** From a click. */
  goOn(): Promise<void>;
  dismiss(): Promise<void>;
}

/** A word without content: what is meant is in the store. */
const CHANNEL = 'understory-run-queue';

/**
 * Runs the surveys of the queue one after the other, each without being shown. One tab at a time works at the queue: the one that
 * has a run, as long as it holds the lock. All tabs show it and may change it.
 */
export function createRunQueue(parts: AppParts): RunQueueWork {
  const { storage, store, opening, runs, guarded, showToast } = parts;
  const channel = new BroadcastChannel(CHANNEL);
  let lock: RunLock | null = null;
  let isFollowing = false;
  /** A run that was ended here because its folder went, and others wait. */
  let lost: { readonly surveyId: string; readonly code: string } | null = null;
  let tail: Promise<void> = Promise.resolve();

  /** One thing after the other: each begins with what the one before left. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const job = tail.then(work);
    tail = job.catch(() => undefined); // the caller hears of it
    return job;
  }

  const cardOf = (surveyId: string) => store.getState().surveys.find(({ survey }) => survey.id === surveyId)?.survey;
  const nameOf = (surveyId: string) => cardOf(surveyId)?.name ?? '';

  const show = (change: Partial<RunQueue> & { readonly isElsewhere?: boolean }) =>
    store.setState(({ queue }) => ({ queue: { ...queue, ...change } }));

  async function change(by: (queue: RunQueue) => RunQueue): Promise<RunQueue> {
    const queue = await storage.queue.changeQueue(by);
    show(queue);
    channel.postMessage(null);
    return queue;
  }

  const undoBy = (by: (queue: RunQueue) => RunQueue) => {
    const undo = guarded(() =>
      inTurn(async () => {
        await change(by);
      }),
    );
    return () => void undo();
  };

  /** What other tabs did. */
  async function readAgain(): Promise<void> {
    const isElsewhere = lock === null && (await storage.queue.isLocked());
    const before = store.getState().queue;
    const queue = await storage.queue.readQueue();
    // The cards of this tab know nothing of what was opened and run in another one.
    const named = [...queue.waiting, ...(queue.current === null ? [] : [queue.current])];
    const isNew = named.some((id) => cardOf(id) === undefined) || queue.ended.length !== before.ended.length;
    if (isNew) await opening.refreshCards();
    show({ ...queue, isElsewhere });
    if (!isElsewhere || isFollowing) return;
    isFollowing = true;
    const ended = storage.queue.waitForEnd().finally(() => {
      isFollowing = false;
    });
    void guarded(async () => {
      await ended;
      await inTurn(readAgain);
    })();
  }

  async function takeLock(): Promise<boolean> {
    lock ??= await storage.queue.takeLock();
    if (lock === null) await readAgain();
    else show({ isElsewhere: false });
    return lock !== null;
  }

  function letGo(): void {
    lock?.release();
    lock = null;
  }

  /** Begins the next one; those that can't be run are left aside, with the reason. */
  async function workOn(): Promise<void> {
    const known = new Set((await storage.surveys.listSurveys()).map(({ id }) => id));
    let queue = await change((before) => keepInQueue(before, (id) => known.has(id)));
    for (let id = nextInQueue(queue); id !== null && !queue.isHeld; id = nextInQueue(queue)) {
      const reason = await beginNext(id);
      if (reason === null) return;
      const { counts } = cardOf(id) ?? { counts: { done: 0, failed: 0 } };
      const left: EndedRun = { surveyId: id, name: nameOf(id), reason, done: counts.done, failed: counts.failed };
      queue = await change((before) => endInQueue(before, left));
    }
    letGo();
    channel.postMessage(null);
  }

  /** Null = its run begins, or the one that a person began meanwhile goes first; else the code of what is in its way. */
  async function beginNext(id: string): Promise<string | null> {
    try {
      const target = await opening.prepareAside(id);
      if (target === null) return 'no-survey';
      const obstacle = await obstacleOf(storage, target);
      if (obstacle !== null) {
        opening.release(target);
        return obstacle;
      }
      await opening.readAside(target);
      showToast({ code: 'queue-next', details: { name: target.survey().name }, undo: null });
      void guarded(() => runs.run(target))();
      return null;
    } catch (error) {
      return toCondition(error).code; // this one can't be read; the next one may be whole
    }
  }

  store.subscribe(({ going, queue }) => {
    if (lock === null || queue.waiting.length === 0 || going?.run.step !== 'paused') return;
    const code = going.run.condition?.code ?? null;
    if (code === null || !isFolderLoss(code) || lost?.surveyId === going.surveyId) return;
    lost = { surveyId: going.surveyId, code };
    runs.stop(); // it could only wait, and the others with it
  });

  function reasonOf({ id }: OpenSession, view: RunView): string | null {
    if (lost?.surveyId === id) return lost.code;
    return view.step === 'stopped' ? (view.condition?.code ?? null) : null;
  }

  channel.addEventListener('message', () => void guarded(() => inTurn(readAgain))());

  return {
    restore: () => inTurn(readAgain),

    add: (session) =>
      inTurn(async () => {
        await opening.ensureStored(session);
        opening.rememberSource(session);
        await opening.refreshCards();
        const { waiting } = await change((queue) => addToQueue(queue, session.id));
        showToast({
          code: 'queue-added',
          details: { name: session.survey().name, place: waiting.indexOf(session.id) + 1 },
          undo: undoBy((queue) => removeFromQueue(queue, session.id)),
        });
        // The run that it was to wait for may have ended just now.
        if (runs.running() === null && (await takeLock())) await workOn();
      }),

    drop: (surveyId) =>
      inTurn(async () => {
        await change((queue) => removeFromQueue(queue, surveyId));
      }),

    begin: (session) =>
      inTurn(async () => {
        lost = null;
        if (await takeLock()) await change((queue) => beginInQueue(queue, session.id));
      }),

    end: (session, view) =>
      inTurn(async () => {
        if (lock === null) return;
        const { id } = session;
        const { name, counts } = session.survey();
        const reason = reasonOf(session, view);
        const wasStopped = view.step === 'stopped' && reason === null;
        const run: EndedRun = { surveyId: id, name, reason, done: counts.done, failed: counts.failed };
        await change((queue) => (wasStopped ? holdQueue(queue) : endInQueue(queue, run)));
        if (runs.running() === null) await workOn(); // else a person was quicker, and the queue follows that run
      }),

    remove: (surveyId) =>
      inTurn(async () => {
        const place = store.getState().queue.waiting.indexOf(surveyId);
        if (place < 0) return;
        await change((queue) => removeFromQueue(queue, surveyId));
        showToast({
          code: 'queue-removed',
          details: { name: nameOf(surveyId) },
          undo: undoBy((queue) => putInQueue(queue, surveyId, place)),
        });
      }),

    moveUp: (surveyId) =>
      inTurn(async () => {
        const { waiting } = await change((queue) => moveUpInQueue(queue, surveyId));
        const place = waiting.indexOf(surveyId) + 1;
        if (place > 0) showToast({ code: 'queue-moved', details: { name: nameOf(surveyId), place }, undo: null });
      }),

    async goOn() {
      const { current, waiting } = await storage.queue.readQueue();
      for (const id of current === null ? waiting : [current, ...waiting]) {
        if (opening.hasSource(id)) continue;
        const { handle = null } = (await storage.surveys.readFolder(id)) ?? {};
        // Refused, or one question too many for this click: it is left aside when its turn comes, and says why.
        if (handle !== null) await requestFolderPermission(handle).catch(() => false);
      }
      await inTurn(async () => {
        if (runs.running() !== null || !(await takeLock())) return;
        await change((queue) => ({ ...queue, isHeld: false }));
        await workOn();
      });
    },

    dismiss: () =>
      inTurn(async () => {
        await change((queue) => forgetEnded(queue));
      }),
  };
}
