import type { Attachment } from '../../storage/attachment-store';
import type { AppParts } from './app-parts';
import type { AppActions } from './app-actions';
import type { AppState } from './app-state';
import { shownComparison, type ComparisonView } from './comparison-view';
import {
  attachmentOf,
  comparedFileOf,
  compareSurvey,
  otherResultFrom,
  otherResultOf,
  type OtherResult,
} from './comparison-work';
import { toCondition } from './condition';
import type { ShowImport } from './import-order';
import type { OpenSession } from './open-session';
import { importRefusalCode, readImport, type ImportContent } from './read-import';
import { routes } from './routes';
import { runInPieces } from './run-in-pieces';
import { throttle } from './throttle';

type CompareActionNames = 'compareWithFile' | 'openComparison' | 'removeComparison' | 'dismissComparison';

const TELL_MS = 200;
/** The survey may change several times in a row: a comparison follows when it rests for a moment. */
const FOLLOW_MS = 500;

export interface CompareActions {
  readonly actions: Pick<AppActions, CompareActionNames>;
  /** A file that was read elsewhere is what the survey is compared with from now on. */
  readonly take: ShowImport;
}

/** The other result that is in memory, and whose survey it is compared with. */
interface Loaded {
  readonly surveyId: string;
  readonly other: OtherResult;
}

/**
 * Comparing the open survey with another result. The other result is kept with the survey; the comparison follows the survey, and is
 * computed when somebody looks at it.
 */
export function createCompareActions(parts: AppParts): CompareActions {
  const { storage, store, opening, navigate, guarded, showToast } = parts;
  const { attachments } = storage;
  let reading: AbortController | null = null;
  let computing: AbortController | null = null;
  let loaded: Loaded | null = null;
  /** What the last comparison began with. */
  let comparedImages: unknown = null;

  const show = (comparison: ComparisonView) => store.setState({ comparison });
  const isOpen = (surveyId: string) => store.getState().open?.survey.id === surveyId;

  function stop(): void {
    reading?.abort();
    computing?.abort();
    reading = null;
    computing = null;
  }

  /** Another survey, or none: only whether it has a comparison is looked up. */
  async function follow(surveyId: string | null): Promise<void> {
    stop();
    loaded = null;
    show({ step: 'none' });
    const header = surveyId === null ? null : await attachments.readHeader(surveyId, 'comparison');
    if (surveyId === null || header === null || !isOpen(surveyId)) return;
    if (store.getState().comparison.step === 'none') show({ step: 'kept', file: comparedFileOf(header) });
  }

  async function compute(): Promise<void> {
    const { open, comparison } = store.getState();
    if (open === null || loaded?.surveyId !== open.survey.id) return;
    if (open.loading !== null) return; // begins when the last fact is read, see `isBehind`
    computing?.abort();
    const abort = new AbortController();
    computing = abort;
    comparedImages = open.images;
    const { other } = loaded;
    const shown = shownComparison(comparison);
    const last = shown?.theirs === other.result ? shown : null;
    let done = 0;
    const tell = throttle(TELL_MS, () => {
      if (computing !== abort) return;
      show({ step: 'comparing', file: other.file, done, total: open.images.length, last });
    });
    tell.call();
    try {
      const work = compareSurvey(open, other, (count) => {
        done = count;
        tell.call();
      });
      const result = await runInPieces(work, abort.signal);
      computing = null;
      show({ step: 'compared', comparison: result });
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    }
  }

  async function openComparison(): Promise<void> {
    const { comparison, open } = store.getState();
    if (open === null || comparison.step !== 'kept') return;
    const { survey } = open;
    show({ step: 'comparing', file: comparison.file, done: 0, total: open.images.length, last: null });
    const kept = await attachments.read(survey.id, 'comparison');
    if (kept === null || !isOpen(survey.id)) return;
    loaded = { surveyId: survey.id, other: await runInPieces(otherResultFrom(kept)) };
    await compute();
  }

  async function keep(session: OpenSession, fileName: string, content: ImportContent): Promise<void> {
    const other = await runInPieces(otherResultOf(fileName, content));
    await opening.ensureStored(session);
    await attachments.put(session.id, 'comparison', await runInPieces(attachmentOf(other)));
    if (!isOpen(session.id)) return;
    loaded = { surveyId: session.id, other };
    show({ step: 'comparing', file: other.file, done: 0, total: session.rows.size, last: null });
  }

  const take: ShowImport = async ({ session, offer, content }) => {
    stop();
    try {
      await keep(session, offer.fileName, content);
      void guarded(compute)();
    } catch (error) {
      refuse(offer.fileName, error);
    }
    navigate(routes.compare(session.id));
  };

  function refuse(fileName: string, error: unknown): void {
    const code = importRefusalCode(error, 'compare-refused');
    const condition = { code, details: { name: fileName }, technical: toCondition(error).technical };
    show({ step: 'refused', fileName, condition });
  }

  async function compareWithFile(file: File): Promise<void> {
    const session = opening.current();
    if (session === null) return;
    stop();
    const abort = new AbortController();
    reading = abort;
    let entries = 0;
    let isRead = false;
    const tell = throttle(TELL_MS, () => {
      if (reading === abort && !isRead) show({ step: 'reading', fileName: file.name, entries });
    });
    const count = (read: number) => {
      entries = read;
      tell.call();
    };
    count(0);
    try {
      const content = await readImport(file, count, abort.signal);
      isRead = true;
      await keep(session, file.name, content);
      abort.signal.throwIfAborted();
      reading = null;
    } catch (error) {
      if (abort.signal.aborted) return;
      reading = null;
      return refuse(file.name, error);
    }
    await compute();
  }

  async function removeComparison(): Promise<void> {
    const session = opening.current();
    if (session === null) return;
    stop();
    const kept = await attachments.read(session.id, 'comparison');
    await attachments.delete(session.id, 'comparison');
    loaded = null;
    show({ step: 'none' });
    if (kept === null) return;
    const { fileName } = comparedFileOf(kept.header);
    const undo = guarded(() => putBack(session.id, kept));
    showToast({ code: 'comparison-removed', details: { name: fileName }, undo: () => void undo() });
  }

  async function putBack(surveyId: string, kept: Attachment): Promise<void> {
    await attachments.put(surveyId, 'comparison', kept);
    if (isOpen(surveyId)) await follow(surveyId);
  }

  const catchUp = throttle(FOLLOW_MS, () => {
    const state = store.getState();
    if (isBehind(state)) void guarded(compute)();
  });
  /** While networks run, every quarter of a second brings new images: the comparison waits for the end. */
  function isBehind({ comparison, open }: AppState): boolean {
    if (open === null || (comparison.step !== 'compared' && comparison.step !== 'comparing')) return false;
    const isRunning = open.run.step === 'running' || open.run.step === 'preparing';
    return !isRunning && open.loading === null && loaded?.surveyId === open.survey.id && open.images !== comparedImages;
  }

  store.subscribe((state, before) => {
    const id = state.open?.survey.id ?? null;
    if (id !== (before.open?.survey.id ?? null)) void guarded(follow)(id);
    else if (state.open !== before.open && isBehind(state)) catchUp.call();
  });
  void guarded(follow)(store.getState().open?.survey.id ?? null); // this code comes when a survey is open already

  return {
    take,
    actions: {
      compareWithFile: guarded(compareWithFile),
      openComparison: guarded(openComparison),
      removeComparison: guarded(removeComparison),
      dismissComparison: guarded(() => follow(opening.current()?.id ?? null)),
    },
  };
}
