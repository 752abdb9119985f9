import { createLabelNumbers, importedInference } from '../../domain/imported-inference';
import { ParseError } from '../../domain/parse-error';
import type { ResultRecord } from '../../domain/parse-result-record';
import type { RunMode, SurveySettings } from '../../domain/survey';
import { parseTargetSpecies } from '../../domain/target-species';
import type { AppParts } from './app-parts';
import type { AppActions, Attached, AttachedFile, ImportKind, ImportOffer, ImportUse } from './app-state';
import { setInstances, type ResultItem } from './attached-files';
import { toCondition } from './condition';
import { offerImport } from './offer-import';
import type { OpenSession } from './open-session';
import { readImport, type ImportContent } from './read-import';
import { throttle } from './throttle';

type ImportActionNames = 'importFile' | 'applyImport' | 'dismissImport' | 'detachFile';

/** A file that was read and waits for an answer. */
interface Waiting {
  readonly session: OpenSession;
  readonly offer: ImportOffer;
  readonly content: ImportContent;
}

const TELL_MS = 200;

/** Files that people drop on a survey: result files of the reference programs, lists of places, rules and species. */
export function createImportActions(parts: AppParts): Pick<AppActions, ImportActionNames> {
  const { storage, store, opening, runs, guarded, showToast } = parts;
  let reading: AbortController | null = null;
  let waiting: Waiting | null = null;

  function end(): void {
    reading?.abort();
    reading = null;
    waiting = null;
    store.setState({ importing: { step: 'none' } });
  }

  async function importFile(file: File): Promise<void> {
    end();
    const session = opening.current();
    if (session === null) return;
    const abort = new AbortController();
    reading = abort;
    let entries = 0;
    const tell = throttle(TELL_MS, () => {
      if (reading === abort) store.setState({ importing: { step: 'reading', fileName: file.name, entries } });
    });
    tell.call();
    try {
      const labels = new Set(await opening.readLabels(session));
      const count = (read: number) => {
        entries = read;
        tell.call();
      };
      const content = await readImport(file, count, abort.signal);
      if (abort.signal.aborted) return;
      reading = null;
      const offer = offerImport(file.name, content, {
        hasImage: (filepath) => session.rows.get(filepath) !== null,
        hasLabel: (label) => labels.has(label),
      });
      waiting = { session, offer, content };
      store.setState({ importing: { step: 'offered', offer } });
    } catch (error) {
      if (abort.signal.aborted) return;
      reading = null;
      const technical = toCondition(error).technical;
      const code = error instanceof ParseError ? 'import-refused' : 'import-unreadable';
      const condition = { code, details: { name: file.name }, technical };
      store.setState({ importing: { step: 'refused', fileName: file.name, condition } });
    }
  }

  async function applyImport(use: ImportUse): Promise<void> {
    if (waiting === null) return;
    const { session, offer, content } = waiting;
    if (runs.isRunning()) {
      store.setState({ condition: { code: 'run-under-way', details: {}, technical: null } });
      return;
    }
    store.setState({ importing: { step: 'applying', offer } });
    await opening.ensureStored(session);
    await APPLY[use]({ parts, session, offer, content });
    end();
    showToast({ code: 'import-applied', details: { name: offer.fileName }, undo: null });
    await opening.refreshCards();
  }

  return {
    importFile: guarded(importFile),
    applyImport: guarded(async (use) => {
      try {
        await applyImport(use);
      } catch (error) {
        end();
        throw error;
      }
    }),
    dismissImport: end,
    detachFile: guarded(async (name) => {
      const session = opening.current();
      if (session === null || runs.isRunning()) return;
      await storage.attachments.delete(session.id, name);
      session.setAttached({ [name]: null });
      if (name !== 'instances') return;
      session.setDecisions({ places: new Map(), order: null });
      await opening.listAgain(session);
      await opening.applyRules(session);
    }),
  };
}

interface ImportOrder {
  readonly parts: AppParts;
  readonly session: OpenSession;
  readonly offer: ImportOffer;
  readonly content: ImportContent;
}

const APPLY: Readonly<Record<ImportUse, (order: ImportOrder) => Promise<void>>> = {
  continue: continueFrom,
  detections: (order) => attachResults(order, 'detections', 'classify-detections'),
  classifications: (order) => attachResults(order, 'classifications', 'ensemble'),
  instances: attachInstances,
  async 'geofence-rules'({ parts, session, content }) {
    if (content.kind !== 'geofence-rules') return;
    const { ownGeofence } = session.survey().settings;
    await changeSettings(parts, session, { ownGeofence: [...ownGeofence, ...content.fixes] });
  },
  async 'target-species'({ parts, session, content }) {
    if (content.kind !== 'target-species') return;
    const labels = await parts.opening.readLabels(session);
    const { classes } = parseTargetSpecies(content.lines, labels);
    await changeSettings(parts, session, { targetSpecies: classes.map((index) => labels[index]!) });
  },
};

async function changeSettings(
  { opening }: AppParts,
  session: OpenSession,
  change: Partial<SurveySettings>,
): Promise<void> {
  await opening.updateSurvey(session, (survey) => ({ ...survey, settings: { ...survey.settings, ...change } }));
  await opening.applyRules(session);
}

/** The kind of run that a file of one component alone continues; anything else goes on as it is set. */
const CONTINUED_MODE: Readonly<Partial<Record<ImportKind, RunMode>>> = {
  detections: 'detections',
  classifications: 'classify-whole-images',
};

/** Entries that did not fail become facts of images that have none yet, or only a failure. */
async function continueFrom({ parts, session, offer, content }: ImportOrder): Promise<void> {
  if (content.kind !== 'results') return;
  const { opening, storage } = parts;
  const mode = CONTINUED_MODE[offer.kind];
  if (mode !== undefined && session.survey().counts.done === 0) await changeSettings(parts, session, { mode });
  const survey = session.survey();
  const numbers = createLabelNumbers(await opening.readLabels(session), survey.extraLabels);
  const packageType = session.modelPackage()?.type ?? 'always_crop';
  const reader = { packageType, mode: survey.settings.mode };
  const byPath = new Map<string, ResultRecord>();
  for (const record of content.records) if (!record.hasFailed) byPath.set(record.filepath, record);
  const facts = [...byPath.values()].flatMap((record) => {
    const row = session.rows.get(record.filepath);
    if (row === null || (row.inference !== null && row.inference.failures.length === 0)) return [];
    return [importedInference(record.filepath, record, reader, numbers)];
  });
  // The labels first: a fact must never name a class that nobody knows.
  await opening.keepExtraLabels(session, numbers.extraLabels());
  await storage.facts.putFacts(session.id, facts);
  for (const fact of facts) session.addNewFact(fact);
  session.flush();
}

/** The file is kept with the survey; the next run starts from it. */
async function attachResults(
  { parts, session, offer, content }: ImportOrder,
  name: 'detections' | 'classifications',
  mode: RunMode,
): Promise<void> {
  if (content.kind !== 'results') return;
  const items = content.records.map(({ filepath, hasFailed, detections, classifications }): ResultItem => ({
    filepath,
    ...(hasFailed && { failures: [] }),
    ...(name === 'detections' && detections !== null && { detections }),
    ...(name === 'classifications' && classifications !== null && { classifications }),
  }));
  await keepFile(parts, session, name, offer, items);
  const { counts, settings } = session.survey();
  if (counts.done > 0 || settings.mode === 'ensemble') return;
  const { attached } = parts.store.getState().open ?? { attached: null };
  const hasOther = name === 'detections' ? attached?.classifications != null : attached?.detections != null;
  await changeSettings(parts, session, { mode: hasOther ? 'ensemble' : mode });
}

async function attachInstances({ parts, session, offer, content }: ImportOrder): Promise<void> {
  if (content.kind !== 'instances') return;
  await keepFile(parts, session, 'instances', offer, content.instances);
  const listed = session.rows.snapshot().map(({ filepath, size }) => ({ filepath, size, lastModified: 0 }));
  setInstances(session, content.instances);
  await parts.opening.keepListing(session, listed);
  await parts.opening.applyRules(session);
}

async function keepFile(
  { storage }: AppParts,
  session: OpenSession,
  name: keyof Attached,
  { fileName, count, matched }: ImportOffer,
  items: readonly object[],
): Promise<void> {
  const header: AttachedFile = { fileName, count, matched };
  await storage.attachments.put(session.id, name, { header, items });
  session.setAttached({ [name]: header });
  session.flush();
}
