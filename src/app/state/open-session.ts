import type { Inference } from '../../domain/inference';
import type { ListedPage } from '../../domain/listed-page';
import type { ImageReview } from '../../domain/review/image-review';
import type { ModelPackage } from '../../domain/model-package';
import type { StoredFact } from '../../domain/packed-facts/stored-fact';
import type { ListedImage, Survey } from '../../domain/survey';
import type { ImageSource } from '../../files/image-source';
import { createConclusions, type SurveyRules } from '../../pipeline/conclude';
import type { KnownPackage } from '../../storage/package-records';
import type { Attached, FolderState, ListingState, OpenSurvey, RunView } from './app-state';
import type { StatePart } from './app-setting';
import { NO_EVENTS, NO_SMOOTHING } from './event-state';
import { createEventWork } from './event-work';
import { NO_REPEATS, type RepeatsState } from './repeats-state';
import { NO_REVIEWING, type ReviewingView } from './reviewing-view';
import { createSurveyRows, NOTHING, type SurveyRows } from './survey-rows';
import { NO_DECISIONS, type SurveyDecisions } from './survey-decisions';
import { throttle } from './throttle';

const PUBLISH_MS = 250;
/** The first images soon, and then the rest of a large survey without drawing the screen again and again. */
const FIRST_MS = 100;
const OPENING_MS = 600;

/** Facts that arrive as objects before they are packed. */
const PACKED_TOGETHER = 50;

/** The survey that is open: its rows, its source of photos, and what the screens are told of it. */
export interface OpenSession {
  readonly id: string;
  readonly rows: SurveyRows;
  readonly survey: () => Survey;
  readonly modelPackage: () => ModelPackage | null;
  readonly source: () => ImageSource | null;
  /** True when the survey is in the store; a folder just opened is not, until it is listed. */
  readonly isStored: () => boolean;
  setStored(): void;
  setSurvey(survey: Survey): void;
  setSource(source: ImageSource | null, folder: FolderState): void;
  setListing(listing: ListingState): void;
  /** True when all of its folder was listed since it was opened. */
  readonly isListed: () => boolean;
  setLoading(fraction: number | null): void;
  setRun(run: RunView): void;
  setCutOff(wasCutOff: boolean): void;
  addListed(images: readonly ListedImage[]): void;
  /** The same in columns, as they are stored. */
  addListedPage(page: ListedPage): void;
  /** Facts that are counted already, objects or not. */
  addStored(facts: readonly StoredFact[]): void;
  /** A fact of the run under way: the counts follow it. */
  addNewFact(inference: Inference): void;
  /** Of all images, or of these. */
  removeFacts(filepaths?: readonly string[]): void;
  /** Images that an instances file leaves out. */
  keepRows(isKept: (filepath: string) => boolean): void;
  sortRows(): void;
  /** Places of single images and rejected detections: they count from the next `useRules` on. */
  readonly decisions: () => SurveyDecisions;
  setDecisions(change: Partial<SurveyDecisions>): void;
  setAttached(attached: Partial<Attached>): void;
  readonly repeats: () => RepeatsState;
  setRepeats(change: Partial<RepeatsState>): void;
  /** Other rejected detections: these images are concluded anew. */
  rejectRepeats(
    change: Partial<RepeatsState> & Pick<RepeatsState, 'rejected'>,
    touched: Iterable<string>,
  ): Promise<void>;
  /** What people say of these images from now on; null = nothing. */
  putReviews(reviews: Iterable<readonly [filepath: string, review: ImageReview | null]>): void;
  readonly reviewing: () => ReviewingView;
  setReviewing(reviewing: ReviewingView): void;
  /** Other rules: every fact is concluded anew, without networks. */
  useRules(known: KnownPackage | null, rules: SurveyRules | null): Promise<void>;
  /** Resolves when the rows are smoothed as the settings want it. */
  smoothingSettled(): Promise<void>;
  /** Tells the screens at once what was still waiting. */
  flush(): void;
  /** Another survey is shown while this one is run: its rows go on, and nothing of it reaches the screens. */
  hide(): void;
  /** Shown, or shown again: the screens are told at once how it stands now. */
  show(): void;
  /** Another survey is opened: nothing of this one reaches the screens any more. */
  close(): void;
}

export function createOpenSession(
  { store }: Pick<StatePart, 'store'>,
  survey: Survey,
  { isHidden: isHiddenAtFirst = false } = {},
): OpenSession {
  const rows = createSurveyRows();
  let decisions = NO_DECISIONS;
  let source: ImageSource | null = null;
  let isClosed = false;
  let isHidden = isHiddenAtFirst;
  let isStored = false;
  let areRowsChanged = false;
  /** Facts of runs and imports since the survey was opened. */
  let arrived = 0;
  let view: OpenSurvey = {
    survey,
    wasCutOff: false,
    images: [],
    imageOf: (filepath) => rows.get(filepath),
    // Until its facts are read; what is not here yet must not look like nothing.
    loading: survey.counts.done > 0 ? 0 : null,
    folder: { step: 'disconnected', name: survey.name },
    listing: { step: 'idle' },
    run: { step: 'idle' },
    modelPackage: null,
    modelVersion: '',
    labels: [],
    rules: null,
    attached: { instances: null, detections: null, classifications: null },
    repeats: NO_REPEATS,
    events: NO_EVENTS,
    smoothing: NO_SMOOTHING,
    reviewing: NO_REVIEWING,
  };

  /** Without rules nothing is concluded; what was rejected is not shown all the same. */
  const concludeNothing = ({ filepath }: StoredFact) => ({
    ...NOTHING,
    rejected: decisions.rejected.get(filepath) ?? null,
  });

  const intervalMs = () => {
    if (view.loading === null) return PUBLISH_MS;
    return view.images.length === 0 ? FIRST_MS : OPENING_MS;
  };
  const publish = throttle(intervalMs, () => {
    if (isClosed || isHidden) return;
    if (areRowsChanged) view = { ...view, images: rows.snapshot() };
    areRowsChanged = false;
    store.setState({ open: view });
  });
  const change = (part: Partial<OpenSurvey>) => {
    view = { ...view, ...part };
    publish.call();
  };
  const changeNow = (part: Partial<OpenSurvey>) => {
    change(part);
    publish.flush();
  };
  const eventWork = createEventWork({
    rows,
    settings: () => view.survey.settings,
    rules: () => view.rules,
    // Of a survey that nobody looks at, events are found when it is shown.
    isLoading: () => view.loading !== null || isHidden,
    tell(views, areSmoothedAnew) {
      areRowsChanged ||= areSmoothedAnew;
      changeNow(views);
    },
  });
  const rowsChanged = () => {
    areRowsChanged = true;
    publish.call();
    eventWork.rowsChanged();
  };

  return {
    id: survey.id,
    rows,
    survey: () => view.survey,
    modelPackage: () => view.modelPackage,
    source: () => source,
    isStored: () => isStored,
    setStored() {
      isStored = true;
    },
    setSurvey(next) {
      changeNow({ survey: next });
      eventWork.settingsChanged();
    },
    setSource(next, folder) {
      source = next;
      changeNow({ folder });
    },
    setListing: (listing) => change({ listing }),
    isListed: () => view.listing.step === 'listed',
    setLoading(loading) {
      change({ loading });
      if (loading === null) eventWork.loaded();
    },
    setRun(run) {
      if (run.step === view.run.step) change({ run });
      else changeNow({ run });
    },
    setCutOff: (wasCutOff) => changeNow({ wasCutOff }),
    addListed(images) {
      rows.addListed(images);
      rowsChanged();
    },
    addListedPage(page) {
      rows.addListedPage(page);
      rowsChanged();
    },
    addStored(facts) {
      for (const fact of facts) rows.addStored(fact);
      rowsChanged();
    },
    addNewFact(inference) {
      const { survey: before } = view;
      const { listed, done, failed } = before.counts;
      const isNew = (rows.get(inference.filepath)?.fact ?? null) === null;
      const counts = {
        listed: Math.max(listed, rows.size),
        done: done + (isNew ? 1 : 0),
        failed: failed + (isNew && inference.failures.length > 0 ? 1 : 0),
      };
      rows.addFact(inference);
      view = { ...view, survey: { ...before, counts } };
      rowsChanged();
      arrived += 1;
      if (arrived % PACKED_TOGETHER !== 0) return;
      // Without its code facts stay objects.
      void import('./pack-rows').then(
        (packing) => packing.packSoon(rows),
        () => undefined,
      );
    },
    removeFacts(filepaths) {
      rows.removeFacts(filepaths);
      rowsChanged();
    },
    keepRows(isKept) {
      rows.keep(isKept);
      rowsChanged();
    },
    decisions: () => decisions,
    setDecisions(part) {
      decisions = { ...decisions, ...part };
      rows.setOrder(decisions.order);
    },
    repeats: () => view.repeats,
    setRepeats: (part) => change({ repeats: { ...view.repeats, ...part } }),
    async rejectRepeats(part, touched) {
      decisions = { ...decisions, rejected: part.rejected };
      await rows.concludeSome(touched);
      areRowsChanged = true;
      changeNow({ repeats: { ...view.repeats, ...part } });
      eventWork.conclusionsChanged();
    },
    putReviews(reviews) {
      rows.putReviews(reviews);
      areRowsChanged = true;
      publish.call();
    },
    reviewing: () => view.reviewing,
    setReviewing: (reviewing) => changeNow({ reviewing }),
    setAttached: (attached) => change({ attached: { ...view.attached, ...attached } }),
    sortRows() {
      rows.sort();
      rowsChanged();
    },
    async useRules(known, rules) {
      change({
        modelPackage: known?.isInstalled === true ? known.modelPackage : null,
        modelVersion: known?.modelPackage.version ?? '',
        labels: rules?.labels ?? view.survey.extraLabels,
        rules,
      });
      const isLast = await rows.concludeAll(rules === null ? concludeNothing : createConclusions(rules));
      if (!isLast) return;
      areRowsChanged = true;
      publish.call();
      publish.flush();
      eventWork.conclusionsChanged();
    },
    async smoothingSettled() {
      await eventWork.settled();
      publish.flush();
    },
    flush: () => publish.flush(),
    hide() {
      publish.flush();
      isHidden = true;
    },
    show() {
      isHidden = false;
      publish.call();
      publish.flush();
      if (view.loading === null) eventWork.loaded();
    },
    close() {
      isClosed = true;
      eventWork.close();
    },
  };
}
