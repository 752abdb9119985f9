import type { ModelPackage } from '../../domain/model-package';
import type { ListedImage, Survey } from '../../domain/survey';
import { queryFolderPermission, requestFolderPermission } from '../../files/folder-permission';
import { sourceFromHandle, type ImageSource } from '../../files/image-source';
import { pickFolder } from '../../files/pick-folder';
import type { SurveyMatch } from '../../storage/find-survey';
import { StorageError } from '../../storage/storage-error';
import { messages } from '../messages';
import type { StatePart } from './app-setting';
import { toCondition } from './condition';
import { createOpenSession, type OpenSession } from './open-session';
import { knownFilesOf, outdatedFilepaths } from './outdated-facts';
import { packAtRest } from './pack-at-rest';
import { routes } from './routes';
import { createSessions, type Sessions } from './sessions';
import { createCardReader } from './survey-cards';
import { findEarlierSurvey, listFolder, newSurvey } from './survey-folder';
import { readAttached } from './attached-files';
import { createTableReader, needsPlaceFinder, rulesFor } from './survey-rules';

/** Opening surveys and their folders: which one is open, and where its photos are. */
export interface SurveyOpening extends Pick<Sessions, 'current' | 'held' | 'hold' | 'release'> {
  /** The run of this survey lists the folder itself. */
  stopListing(session: OpenSession): void;
  /** A folder that was picked or dropped: an earlier survey of it is opened again, else a new one is made. */
  openSource(source: ImageSource, options?: OpenOptions): Promise<void>;
  openSurvey(id: string): Promise<void>;
  /**
   * Makes a survey ready to be run without changing what is on the screen, and holds it: its folder and its rules, not yet what is
   * stored of its images. The one on the screen when it is that one; null = there is no such survey.
   */
  prepareAside(id: string): Promise<OpenSession | null>;
  /** Settles when all that is stored of a survey's images is read. */
  readAside(session: OpenSession): Promise<void>;
  /**
   * Its photos stay within reach until it was run, though other surveys are opened: not every source can be kept in the browser, and
   * the browser's permission for a kept one may end with the last handle that the page has of it.
   */
  rememberSource(session: OpenSession): void;
  /** True when the photos of this survey can be reached without asking anybody. */
  readonly hasSource: (surveyId: string) => boolean;
  close(): void;
  /**
   * The folder once more: the kept one when it may and can be read, else one that is picked, which becomes the source of a
   * survey after `beforeOpening`.
   */
  reconnect(beforeOpening: () => Promise<void>): Promise<void>;
  /** Concludes the open survey anew with its settings. */
  applyRules(session: OpenSession): Promise<void>;
  refreshCards(): Promise<void>;
  ensureStored(session: OpenSession): Promise<void>;
  /** Changes the survey, in the store too when it is there. */
  updateSurvey(session: OpenSession, change: (survey: Survey) => Survey): Promise<void>;
  /** Labels that imported results brought along: they follow the package's own. */
  keepExtraLabels(session: OpenSession, labels: readonly string[]): Promise<void>;
  /** The package's own labels; empty without one. */
  readLabels(session: OpenSession): Promise<readonly string[]>;
  /** Removes facts that no longer hold; the counts follow. */
  forgetFacts(session: OpenSession, filepaths: readonly string[]): Promise<void>;
  /** Lists the folder anew, when it can be read. */
  listAgain(session: OpenSession): Promise<void>;
  /** Keeps a complete new listing, or, with an instances file, the images that this one names. */
  keepListing(session: OpenSession, images: readonly ListedImage[]): Promise<void>;
}

interface OpenOptions {
  readonly isDemo?: boolean;
  readonly name?: string;
}

export function createSurveyOpening(part: StatePart): SurveyOpening {
  const { storage, store, navigate } = part;
  const readTables = createTableReader(storage.packages);
  const sessions = createSessions();
  const loading = new WeakMap<OpenSession, Promise<void>>();
  const sources = new Map<string, ImageSource>();
  let listing: AbortController | null = null;

  function begin(survey: Survey): OpenSession {
    listing?.abort();
    const session = createOpenSession(part, survey);
    sessions.show(session);
    return session;
  }

  function rememberSource(target: OpenSession): void {
    const source = target.source();
    if (source !== null) sources.set(target.id, source);
  }

  function isQueued(surveyId: string): boolean {
    const { current, waiting } = store.getState().queue;
    return surveyId === current || waiting.includes(surveyId);
  }

  const refreshCards = createCardReader(part);

  /** Null when the browser has lost them: the survey opens all the same, and says that its package is not here. */
  async function tablesOf(modelPackage: ModelPackage) {
    try {
      return await readTables(modelPackage);
    } catch (error) {
      if (error instanceof StorageError && error.code === 'storage-damaged') return null;
      throw error;
    }
  }

  async function applyRules(target: OpenSession): Promise<void> {
    const { settings } = target.survey();
    const known = settings.packageId === null ? null : await storage.packages.readPackage(settings.packageId);
    const tables = known === null ? null : await tablesOf(known.modelPackage);
    const survey = target.survey();
    const finder = needsPlaceFinder(survey, target.decisions()) ? await part.loadPlaceFinder() : null;
    await target.useRules(known, tables === null ? null : rulesFor(tables, survey, target.decisions, finder));
  }

  /** Reads what is stored of the survey: its listing, then its facts, in batches. */
  function load(target: OpenSession): Promise<void> {
    const loaded = readStored(target);
    loading.set(target, loaded);
    return loaded;
  }

  async function readStored(target: OpenSession): Promise<void> {
    await applyRules(target);
    const { counts } = target.survey();
    if (counts.done > 0) target.setLoading(0);
    await storage.listings.readListing(target.id, (page) => target.addListedPage(page));
    const { readStoredReviews } = await import('./stored-reviews');
    const showReviews = readStoredReviews(storage, target, () => sessions.isNeeded(target));
    let read = 0;
    await storage.facts.readFacts(target.id, (facts) => {
      if (!sessions.isNeeded(target)) return false;
      target.addStored(facts);
      read += facts.length;
      target.setLoading(counts.done === 0 ? null : Math.min(1, read / counts.done));
      return true;
    });
    target.sortRows();
    await showReviews();
    try {
      const { readRepeats } = await import('./repeat-decisions-of-survey');
      await readRepeats(storage, target);
    } finally {
      target.setLoading(null);
      target.flush();
    }
    void packAtRest(storage, target.id);
  }

  async function connectKeptFolder(target: OpenSession): Promise<void> {
    const folder = await storage.surveys.readFolder(target.id);
    const name = folder?.rootName ?? target.survey().name;
    const known = sources.get(target.id);
    if (known !== undefined) return target.setSource(known, { step: 'connected' });
    if (folder?.handle == null) return target.setSource(null, { step: 'disconnected', name });
    const permission = await queryFolderPermission(folder.handle);
    if (permission === 'granted') target.setSource(sourceFromHandle(folder.handle), { step: 'connected' });
    else target.setSource(null, { step: permission === 'prompt' ? 'permission-needed' : 'disconnected', name });
  }

  async function openSurvey(id: string): Promise<void> {
    if (sessions.current()?.id === id) return;
    const held = sessions.held();
    if (held?.id === id) return showHeld(held);
    const survey = await storage.surveys.readSurvey(id);
    if (survey === null) return;
    const target = begin(survey);
    target.setStored();
    const card = store.getState().surveys.find((known) => known.survey.id === id);
    target.setCutOff(card?.wasCutOff ?? false);
    await connectKeptFolder(target);
    await readAttached(storage, target);
    await load(target);
  }

  /** Back on the screen: what was changed meanwhile, here or in other tabs, is taken over. */
  async function showHeld(target: OpenSession): Promise<void> {
    listing?.abort();
    sessions.show(target);
    await loading.get(target);
    const stored = await storage.surveys.readSurvey(target.id);
    if (stored !== null) target.setSurvey({ ...target.survey(), name: stored.name, settings: stored.settings });
    await applyRules(target);
    const { catchUpReviews } = await import('./catch-up-reviews');
    await catchUpReviews(storage, target);
  }

  async function prepareAside(id: string): Promise<OpenSession | null> {
    const current = sessions.current();
    if (current?.id === id) {
      sessions.hold(current);
      return current;
    }
    const survey = await storage.surveys.readSurvey(id);
    if (survey === null) return null;
    const target = createOpenSession(part, survey, { isHidden: true });
    target.setStored();
    sessions.hold(target);
    await connectKeptFolder(target);
    await readAttached(storage, target);
    await applyRules(target);
    return target;
  }

  /** A survey is stored when its listing is complete, or when its run begins; until then it may be an earlier one. */
  async function ensureStored(target: OpenSession): Promise<void> {
    const source = target.source();
    if (target.isStored() || source === null) return;
    target.setStored();
    await storage.surveys.createSurvey(target.survey(), { rootName: source.rootName, handle: source.handle });
  }

  async function updateSurvey(target: OpenSession, change: (survey: Survey) => Survey): Promise<void> {
    if (!target.isStored()) return target.setSurvey(change(target.survey()));
    target.setSurvey(await storage.surveys.updateSurvey(target.id, change));
  }

  async function keepExtraLabels(target: OpenSession, labels: readonly string[]): Promise<void> {
    if (labels.length === target.survey().extraLabels.length) return;
    await updateSurvey(target, (survey) => ({ ...survey, extraLabels: [...labels] }));
    await applyRules(target);
  }

  async function readLabels(target: OpenSession): Promise<readonly string[]> {
    const { packageId } = target.survey().settings;
    const known = packageId === null ? null : await storage.packages.readPackage(packageId);
    return known === null ? [] : ((await tablesOf(known.modelPackage))?.labels ?? []);
  }

  async function keepListing(target: OpenSession, found: readonly ListedImage[]): Promise<void> {
    const { order } = target.decisions();
    const images = order === null ? found : inOrder(order, found);
    if (order !== null) {
      const kept = new Set(order);
      target.keepRows((filepath) => kept.has(filepath));
      target.addListed(images);
      target.sortRows();
    }
    await storage.listings.replaceListing(target.id, images);
    await updateSurvey(target, (survey) => ({ ...survey, counts: { ...survey.counts, listed: images.length } }));
  }

  async function forgetFacts(target: OpenSession, filepaths: readonly string[]): Promise<void> {
    if (filepaths.length === 0) return;
    await storage.facts.deleteFacts(target.id, filepaths);
    target.removeFacts(filepaths);
    await updateSurvey(target, (survey) => survey);
  }

  async function listAgain(target: OpenSession): Promise<void> {
    const source = target.source();
    if (source === null) return;
    const images: ListedImage[] = [];
    const folder = listFolder(target, source, new AbortController().signal);
    for await (const batch of folder.batches) images.push(...batch);
    await keepListing(target, images);
    folder.complete();
  }

  async function openSource(source: ImageSource, { isDemo = false, name }: OpenOptions = {}): Promise<void> {
    const survey = await newSurvey(
      part,
      name ?? (source.rootName === '' ? messages.surveyNames.photos : source.rootName),
      isDemo,
    );
    const target = begin(survey);
    target.setSource(source, { step: 'connected' });
    await applyRules(target);
    navigate(routes.setup(survey.id));
    const abort = new AbortController();
    listing = abort;
    const images: ListedImage[] = [];
    const folder = listFolder(target, source, abort.signal);
    try {
      for await (const batch of folder.batches) images.push(...batch);
    } catch (error) {
      if (abort.signal.aborted) return; // another survey was opened, or the run lists the folder itself
      throw error;
    }
    const match = target.isStored() ? null : await findEarlierSurvey(part, source, images);
    const held = sessions.held();
    if (match !== null && match.survey.id === held?.id) {
      // It is being run, and lists its folder itself.
      await showHeld(held);
      navigate(routes.run(held.id));
    } else if (match === null) {
      // A folder without photos is told by the set-up screen; it does not become a survey.
      if (images.length > 0) {
        await ensureStored(target);
        await keepListing(target, images);
      }
      folder.complete();
    } else {
      await openAgain(match, source, images);
    }
    await refreshCards();
  }

  /** The folder belongs to an earlier survey: that one is opened, with its results, and goes on. */
  async function openAgain(
    { survey, changedFilepaths }: SurveyMatch,
    source: ImageSource,
    images: readonly ListedImage[],
  ) {
    const again = begin(survey);
    const card = store.getState().surveys.find((known) => known.survey.id === survey.id);
    again.setCutOff(card?.wasCutOff ?? false);
    await storage.surveys.putFolder(survey.id, { rootName: source.rootName, handle: source.handle });
    // What is known of a photo whose size changed is known of another picture.
    if (changedFilepaths.length > 0) await storage.facts.deleteFacts(survey.id, changedFilepaths);
    again.setStored();
    again.setSource(source, { step: 'connected' });
    if (isQueued(survey.id)) rememberSource(again);
    await readAttached(storage, again);
    await keepListing(again, images);
    await load(again);
    // The sizes were compared already; what was missing and is here again is tried again.
    await forgetFacts(again, outdatedFilepaths(knownFilesOf(again.rows.snapshot()), images));
    again.setListing({ step: 'listed', found: images.length, skipped: [] });
    again.flush();
    navigate(routes.setup(survey.id));
  }

  async function reconnect(beforeOpening: () => Promise<void>): Promise<void> {
    const target = sessions.current();
    if (target === null) return;
    try {
      const kept = await storage.surveys.readFolder(target.id);
      const source =
        kept?.handle != null && (await requestFolderPermission(kept.handle)) ? sourceFromHandle(kept.handle) : null;
      // A drive may have come back at another place, and then it must be picked there.
      if (source !== null && (await source.isReachable())) {
        target.setSource(source, { step: 'connected' });
        if (isQueued(target.id)) rememberSource(target);
        return;
      }
      const handle = await pickFolder();
      if (handle === null) return;
      await beforeOpening();
      await openSource(sourceFromHandle(handle));
    } catch (error) {
      store.setState({ condition: toCondition(error) });
    }
  }

  return {
    current: sessions.current,
    held: sessions.held,
    hold: sessions.hold,
    release(session) {
      sources.delete(session.id);
      sessions.release(session);
    },
    stopListing(session) {
      if (sessions.current() === session) listing?.abort();
    },
    openSource,
    openSurvey,
    prepareAside,
    readAside: (session) => loading.get(session) ?? load(session),
    rememberSource,
    hasSource: (surveyId) => sources.has(surveyId),
    close() {
      listing?.abort();
      sessions.show(null);
      store.setState({ open: null });
    },
    reconnect,
    applyRules,
    refreshCards,
    ensureStored,
    updateSurvey,
    keepExtraLabels,
    readLabels,
    forgetFacts,
    listAgain,
    keepListing,
  };
}

/** The images of an instances file instead of the folder's: those that are not there will be failures, as in the reference. */
function inOrder(order: readonly string[], found: readonly ListedImage[]): readonly ListedImage[] {
  const byPath = new Map(found.map((image) => [image.filepath, image]));
  return [...new Set(order)].map((filepath) => byPath.get(filepath) ?? { filepath, size: 0, lastModified: 0 });
}
