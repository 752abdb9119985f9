import type { Inference } from '../../domain/inference';
import type { MergeOutcome, MergeSide } from '../../domain/merge-facts';
import type { SurveySettings } from '../../domain/survey';
import type { ReviewChange } from '../../storage/review-store';
import { refusesWhileRunning, type AppParts } from './app-parts';
import type { AppActions } from './app-actions';
import { toCondition } from './condition';
import type { ShowImport } from './import-order';
import { letPageAnswer } from './let-page-answer';
import { MergeRefused } from './merge-refused';
import { readTheirSide } from './merge-side';
import { choiceOf, type MergePlan, type MergeView } from './merge-view';
import { mergeImagesOf, planMerge, planOf, reviewChangesOf, storedFact } from './merge-work';
import type { OpenSession } from './open-session';
import { importRefusalCode, readImport, type ImportContent } from './read-import';
import { takeBackReviews, takeOverReviews } from './perform-reviews';
import type { ReviewNews } from './review-news';
import { routes } from './routes';
import { runInPieces } from './run-in-pieces';
import { throttle } from './throttle';

type MergeActionNames = 'mergeFile' | 'chooseMerge' | 'applyMerge' | 'undoMerge' | 'dismissMerge';

const TELL_MS = 200;
/** Facts that become rows before the page may answer: each is concluded. */
const ROWS_TOGETHER = 200;

export interface MergeActions {
  readonly actions: Pick<AppActions, MergeActionNames>;
  /** A file that was read elsewhere: its plan is shown. */
  readonly take: ShowImport;
}

/** A plan with all that carrying it out needs. */
interface Prepared {
  readonly session: OpenSession;
  readonly plan: MergePlan;
  readonly outcomes: readonly MergeOutcome[];
  readonly reviews: readonly ReviewChange[];
  readonly extraLabels: readonly string[];
  /** Of a survey without facts: it takes over package and mode with them. */
  readonly settings: Partial<SurveySettings>;
}

/** What a merge replaced, until the page closes. */
interface Undoable {
  readonly view: MergeView;
  readonly before: readonly (readonly [filepath: string, fact: Inference | null])[];
  readonly reviews: readonly ReviewChange[];
  readonly settings: Partial<SurveySettings>;
}

/** Bringing results of other computers into the open survey: plan, choices, carrying it out, taking it back. */
export function createMergeActions(parts: AppParts, news: ReviewNews): MergeActions {
  const { storage, store, opening, navigate, guarded, showToast } = parts;
  const undoables = new Map<string, Undoable>();
  let working: AbortController | null = null;
  let prepared: Prepared | null = null;

  const show = (merging: MergeView) => store.setState({ merging });

  function restart(): AbortController {
    working?.abort();
    prepared = null;
    return (working = new AbortController());
  }

  function rest(surveyId: string | null): void {
    working?.abort();
    working = null;
    prepared = null;
    show((surveyId === null ? undefined : undoables.get(surveyId)?.view) ?? { step: 'none' });
  }

  async function prepare(
    session: OpenSession,
    fileName: string,
    content: ImportContent,
    signal: AbortSignal,
  ): Promise<void> {
    show({ step: 'comparing', fileName });
    const side = await readTheirSide(parts, session, fileName, content);
    // Whether the packages fit was settled, and class numbers are ours on both sides.
    const mine: MergeSide = { package: side.package, images: mergeImagesOf(session.rows.snapshot()) };
    const theirs: MergeSide = { package: side.package, images: side.images };
    const result = await runInPieces(planMerge(mine, theirs, side.wanted), signal);
    const reviews = await runInPieces(
      reviewChangesOf(result.outcomes, side.images, (filepath) => session.rows.get(filepath)),
      signal,
    );
    const plan = planOf(fileName, side, result, reviews.length);
    const { extraLabels, settings } = side;
    prepared = { session, plan, outcomes: result.outcomes, reviews, extraLabels, settings };
    show({ step: 'offered', plan, choices: { all: 'mine', single: new Map() } });
  }

  async function mergeFile(file: File): Promise<void> {
    const session = opening.current();
    if (session === null || refusesWhileRunning(parts)) return;
    const abort = restart();
    let entries = 0;
    let isRead = false;
    const tell = throttle(TELL_MS, () => {
      if (working === abort && !isRead) show({ step: 'reading', fileName: file.name, entries });
    });
    const count = (read: number) => {
      entries = read;
      tell.call();
    };
    show({ step: 'reading', fileName: file.name, entries });
    try {
      const content = await readImport(file, count, abort.signal);
      isRead = true;
      await prepare(session, file.name, content, abort.signal);
    } catch (error) {
      isRead = true;
      if (!abort.signal.aborted) refuse(file.name, error);
    }
  }

  const take: ShowImport = async ({ session, offer, content }) => {
    const abort = restart();
    navigate(routes.merge(session.id));
    try {
      await prepare(session, offer.fileName, content, abort.signal);
    } catch (error) {
      if (!abort.signal.aborted) refuse(offer.fileName, error);
    }
  };

  function refuse(fileName: string, error: unknown): void {
    const code = importRefusalCode(error, 'merge-refused');
    const condition =
      error instanceof MergeRefused
        ? error.condition
        : { code, details: { name: fileName }, technical: toCondition(error).technical };
    show({ step: 'refused', fileName, condition });
  }

  function chooseMerge(filepath: string | null, choice: 'mine' | 'theirs'): void {
    const { merging } = store.getState();
    if (merging.step !== 'offered') return;
    const { all, single } = merging.choices;
    const choices =
      filepath === null
        ? { all: choice, single: new Map<string, 'mine' | 'theirs'>() }
        : { all, single: new Map(single).set(filepath, choice) };
    show({ ...merging, choices });
  }

  async function applyMerge(): Promise<void> {
    const { merging } = store.getState();
    if (merging.step !== 'offered' || prepared === null || refusesWhileRunning(parts)) return;
    const { session, plan, outcomes, reviews, extraLabels, settings } = prepared;
    const { choices } = merging;
    const before: [string, Inference | null][] = [];
    const facts: Inference[] = [];
    for (const outcome of outcomes) {
      if (outcome.kind !== 'taken' && outcome.kind !== 'conflict') continue;
      if (outcome.kind === 'conflict' && choiceOf(choices, outcome.filepath) === 'mine') continue;
      const mine = session.rows.get(outcome.filepath)?.inference ?? null;
      before.push([outcome.filepath, mine]);
      facts.push(storedFact(outcome.inference!, mine));
    }
    const total = facts.length;
    show({ step: 'applying', plan, stored: 0, total });
    await opening.ensureStored(session);
    const settingsBefore = await changeSettings(session, settings);
    // The labels first: a fact must never name a class that nobody knows.
    await opening.keepExtraLabels(session, extraLabels);
    await storeFacts(session, facts, (stored) => show({ step: 'applying', plan, stored, total }));
    const takenOver = await takeOverReviews({ storage, news }, session, reviews);
    const replaced = before.filter(([, fact]) => fact !== null).length;
    const view: MergeView = { step: 'applied', plan, stored: total, replaced };
    undoables.set(session.id, { view, before, reviews: takenOver, settings: settingsBefore });
    prepared = null;
    show(view);
    const undo = () => void guarded(undoMerge)();
    showToast({ code: 'merge-applied', details: { name: plan.fileName, count: total }, undo });
    await opening.refreshCards();
  }

  async function undoMerge(): Promise<void> {
    const session = opening.current();
    const undoable = session === null ? undefined : undoables.get(session.id);
    if (session === null || undoable === undefined || refusesWhileRunning(parts)) return;
    undoables.delete(session.id);
    const added = undoable.before.flatMap(([filepath, fact]) => (fact === null ? [filepath] : []));
    const replaced = undoable.before.flatMap(([, fact]) => (fact === null ? [] : [fact]));
    await storage.facts.deleteFacts(session.id, added);
    session.removeFacts(added);
    await storeFacts(session, replaced, () => undefined);
    await takeBackReviews({ storage, news }, session, undoable.reviews);
    await changeSettings(session, undoable.settings);
    rest(session.id);
    showToast({ code: 'merge-undone', details: {}, undo: null });
    await opening.refreshCards();
  }

  /** Stored first, then shown; counts come from the store. */
  async function storeFacts(session: OpenSession, facts: readonly Inference[], onStored: (count: number) => void) {
    await storage.facts.putFacts(session.id, facts, onStored);
    for (const [index, fact] of facts.entries()) {
      session.addNewFact(fact);
      if (index % ROWS_TOGETHER === 0) await letPageAnswer();
    }
    await opening.updateSurvey(session, (survey) => survey);
    session.flush();
  }

  /** Answers what was there before. */
  async function changeSettings(
    session: OpenSession,
    change: Partial<SurveySettings>,
  ): Promise<Partial<SurveySettings>> {
    const { packageId, mode } = session.survey().settings;
    if (Object.keys(change).length === 0) return {};
    await opening.updateSurvey(session, (survey) => ({ ...survey, settings: { ...survey.settings, ...change } }));
    await opening.applyRules(session);
    return { packageId, mode };
  }

  store.subscribe((state, before) => {
    const id = state.open?.survey.id ?? null;
    if (id !== (before.open?.survey.id ?? null)) rest(id);
  });

  return {
    take,
    actions: {
      mergeFile: guarded(mergeFile),
      chooseMerge,
      applyMerge: guarded(applyMerge),
      undoMerge: guarded(undoMerge),
      dismissMerge: () => rest(opening.current()?.id ?? null),
    },
  };
}
