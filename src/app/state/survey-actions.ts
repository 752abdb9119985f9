import type { SurveySettings } from '../../domain/survey';
import type { AppParts } from './app-parts';
import type { AppActions } from './app-actions';
import type { ExportOptions } from './app-state';
import type { ExportOrder } from './export-actions';
import type { LateRunQueue } from './late-run-queue';
import { createPreviewCache } from './preview-cache';
import { mustWait } from './queue-view';
import { NO_REPEATS } from './repeats-state';

type SurveyActionNames =
  | 'renameSurvey'
  | 'deleteSurvey'
  | 'changeSurveySettings'
  | 'startOver'
  | 'startRun'
  | 'startSecondLook'
  | 'pauseRun'
  | 'resumeRun'
  | 'stopRun'
  | 'previewUrl'
  | 'previewExport'
  | 'saveExport';

/** What can be done with surveys: their settings, their run, their export. */
export function createSurveyActions(
  parts: AppParts,
  queue: Pick<LateRunQueue, 'add' | 'drop'>,
): Pick<AppActions, SurveyActionNames> {
  const { storage, store, opening, runs, guarded, showToast, refreshStorage } = parts;
  const previews = createPreviewCache();

  function requireOpen() {
    const { open } = store.getState();
    if (open === null) throw new Error('export: no survey is open');
    return open;
  }

  async function readOpen() {
    await opening.current()?.smoothingSettled();
    return requireOpen();
  }

  const exportOrder = (formatId: string, options: ExportOptions): ExportOrder => ({
    survey: requireOpen().survey,
    readOpen,
    formatId,
    options,
    storage,
  });

  return {
    renameSurvey: guarded(async (id, name) => {
      await storage.surveys.updateSurvey(id, (survey) => ({ ...survey, name }));
      for (const session of new Set([opening.current(), opening.held()])) {
        if (session?.id === id) session.setSurvey({ ...session.survey(), name });
      }
      await opening.refreshCards();
    }),
    deleteSurvey: guarded(async (id) => {
      const name = store.getState().surveys.find(({ survey }) => survey.id === id)?.survey.name ?? '';
      if (store.getState().queue.waiting.includes(id)) await queue.drop(id);
      if (runs.running()?.id === id) await runs.end(); // or it would go on unseen
      if (opening.current()?.id === id) opening.close();
      await storage.surveys.deleteSurvey(id);
      await opening.refreshCards();
      const undo = guarded(async () => {
        await storage.surveys.restoreSurvey(id);
        await opening.refreshCards();
      });
      showToast({ code: 'survey-deleted', details: { name }, undo: () => void undo() });
    }),
    changeSurveySettings: guarded(async (change) => {
      const session = opening.current();
      if (session === null) return;
      await opening.updateSurvey(session, (survey) => ({ ...survey, settings: { ...survey.settings, ...change } }));
      // What the next survey starts with.
      const { packageId, place, placeFromCoordinates, geofence, speciesPer } = session.survey().settings;
      const kept = { packageId, place, placeFromCoordinates, geofence, speciesPer };
      if (!session.survey().isDemo) await storage.settings.updateSettings(kept);
      if (!comesAfterConclusions(change)) await opening.applyRules(session);
    }),
    startOver: guarded(async () => {
      const session = opening.current();
      if (session === null || runs.running() === session) return;
      await storage.facts.deleteFacts(session.id, 'all');
      await storage.vectors.deleteVectors(session.id);
      // They name boxes by number, and there are none any more.
      await storage.attachments.delete(session.id, 'repeats');
      await opening.updateSurvey(session, (survey) => ({
        ...survey,
        state: 'new',
        counts: { ...survey.counts, done: 0, failed: 0 },
      }));
      session.removeFacts();
      await session.rejectRepeats(NO_REPEATS, []);
      session.setRun({ step: 'idle' });
    }),
    startRun: guarded(async () => {
      const session = opening.current();
      if (session !== null && mustWait(store.getState(), session.id)) return queue.add(session);
      await runs.start();
      await refreshStorage();
    }),
    startSecondLook: guarded(async () => {
      const session = opening.current();
      if (session !== null && mustWait(store.getState(), session.id)) {
        store.setState({ condition: { code: 'second-look-waits', details: {}, technical: null } });
        return;
      }
      await runs.start('second-look');
      await refreshStorage();
    }),
    pauseRun: () => runs.pause(),
    resumeRun: () => runs.resume(),
    stopRun: () => runs.stop(),
    previewUrl: (surveyId, filepath) =>
      previews.url(`${surveyId}/${filepath}`, () => storage.previews.readPreview(surveyId, filepath).catch(() => null)),
    previewExport: async (formatId, options = {}) => {
      const { previewExport } = await import('./export-actions');
      return previewExport(exportOrder(formatId, options));
    },
    saveExport: async (formatId, options = {}) => {
      const { saveExport } = await import('./export-actions');
      const outcome = await saveExport(exportOrder(formatId, options));
      if (outcome.kind === 'saved')
        showToast({ code: 'export-saved', details: { name: outcome.fileName }, undo: null });
      return outcome;
    },
  };
}

/** Events and smoothing come after the conclusions, which stay as they are. */
const AFTER_CONCLUSIONS: ReadonlySet<string> = new Set<keyof SurveySettings>([
  'events',
  'smoothing',
  'smoothingAncestors',
  'speedPreset',
]);

function comesAfterConclusions(change: Partial<SurveySettings>): boolean {
  return Object.keys(change).every((name) => AFTER_CONCLUSIONS.has(name));
}
