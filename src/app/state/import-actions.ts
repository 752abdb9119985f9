import { addFixes } from '../../domain/add-fixes';
import { parseTargetSpecies } from '../../domain/target-species';
import { refusesWhileRunning, type AppParts } from './app-parts';
import type { AppActions } from './app-actions';
import type { ImportOffer, ImportUse } from './import-view';
import { attachInstances, attachResults } from './attach-import';
import { toCondition } from './condition';
import { continueFrom } from './continue-import';
import { detachFile } from './detach-file';
import { changeSettings, type ApplyImport, type ShowImport } from './import-order';
import { offerImport } from './offer-import';
import type { OpenSession } from './open-session';
import { ImportRefusal, importRefusalCode, readImport, type ImportContent } from './read-import';
import { runInPieces } from './run-in-pieces';
import { throttle } from './throttle';
import { hasFact } from './survey-row';

type ImportActionNames = 'importFile' | 'importFiles' | 'applyImport' | 'dismissImport' | 'detachFile';

/** A file that was read and waits for an answer. */
interface Waiting {
  readonly session: OpenSession;
  readonly offer: ImportOffer;
  readonly content: ImportContent;
}

const TELL_MS = 200;

/** Files that people drop on a survey: result files of the reference programs, lists of places, rules and species. */
export function createImportActions(
  parts: AppParts,
  screens: Readonly<Record<ScreenUse, ShowImport>>,
): Pick<AppActions, ImportActionNames> {
  const { store, opening, guarded, showToast } = parts;
  let reading: AbortController | null = null;
  let waiting: Waiting | null = null;
  /** Files of one drop are asked about one after the other. */
  let next: readonly File[] = [];

  /** This file is done with: the next one of its drop is read, if there is one. */
  function end(): void {
    reading?.abort();
    reading = null;
    waiting = null;
    const [file, ...others] = next;
    next = others;
    if (file === undefined) store.setState({ importing: { step: 'none' } });
    else void importGuarded(file);
  }

  async function importFiles(files: readonly File[]): Promise<void> {
    next = [];
    end();
    const [first, ...others] = files;
    next = others;
    if (first !== undefined) await importFile(first);
  }

  async function importFile(file: File): Promise<void> {
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
      const offered = await runInPieces(
        offerImport(file.name, content, {
          filepaths: session.rows.snapshot().map(({ filepath }) => filepath),
          hasLabel: (label) => labels.has(label),
          hasPackage: session.survey().settings.packageId !== null && labels.size > 0,
          isDone: (filepath) => {
            const row = session.rows.get(filepath);
            return row !== null && hasFact(row);
          },
          hasResults: session.survey().counts.done > 0,
          mode: session.survey().settings.mode,
        }),
        abort.signal,
      );
      reading = null;
      waiting = { session, ...offered };
      store.setState({ importing: { step: 'offered', offer: offered.offer } });
    } catch (error) {
      if (abort.signal.aborted) return;
      reading = null;
      const condition = { code: codeOf(error), details: { name: file.name }, technical: toCondition(error).technical };
      store.setState({ importing: { step: 'refused', fileName: file.name, condition } });
    }
  }

  async function applyImport(use: ImportUse): Promise<void> {
    if (waiting === null || waiting.offer.blocked[use] !== undefined) return;
    const { session, offer, content } = waiting;
    if (opening.current() !== session) return end(); // another survey was opened meanwhile
    if (refusesWhileRunning(parts)) return;
    store.setState({ importing: { step: 'applying', offer } });
    if (use === 'compare' || use === 'merge') {
      await screens[use]({ parts, session, offer, content });
      end();
      return;
    }
    await opening.ensureStored(session);
    const takeBack = await APPLY[use]({ parts, session, offer, content });
    end();
    const undo = guarded(async () => {
      if (takeBack === null || opening.current() !== session || refusesWhileRunning(parts)) return;
      await takeBack();
      await opening.refreshCards();
    });
    const details = { name: offer.fileName };
    showToast({ code: 'import-applied', details, undo: takeBack === null ? null : () => void undo() });
    await opening.refreshCards();
  }

  const importGuarded = guarded(importFile);

  return {
    importFile: guarded((file) => importFiles([file])),
    importFiles: guarded(importFiles),
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
      if (session === null || refusesWhileRunning(parts)) return;
      await detachFile(parts, session, name);
    }),
  };
}

function codeOf(error: unknown): string {
  return error instanceof ImportRefusal ? error.code : importRefusalCode(error, 'import-refused');
}

/** Uses that have screens of their own, and actions with them. */
export type ScreenUse = Extract<ImportUse, 'compare' | 'merge'>;

const APPLY: Readonly<Record<Exclude<ImportUse, ScreenUse>, ApplyImport>> = {
  continue: continueFrom,
  detections: (order) => attachResults(order, 'detections', 'classify-detections'),
  classifications: (order) => attachResults(order, 'classifications', 'ensemble'),
  instances: attachInstances,
  async 'geofence-rules'({ parts, session, content }) {
    if (content.kind !== 'geofence-rules') return null;
    const { ownGeofence } = session.survey().settings;
    await changeSettings(parts, session, { ownGeofence: addFixes(ownGeofence, content.fixes) });
    return () => changeSettings(parts, session, { ownGeofence });
  },
  async 'target-species'({ parts, session, content }) {
    if (content.kind !== 'target-species') return null;
    const { targetSpecies } = session.survey().settings;
    const labels = await parts.opening.readLabels(session);
    const { classes } = parseTargetSpecies(content.lines, labels);
    await changeSettings(parts, session, { targetSpecies: classes.map((index) => labels[index]!) });
    return () => changeSettings(parts, session, { targetSpecies });
  },
};
