import { addFixes } from '../../domain/add-fixes';
import { writeGeofenceFixes, type GeofenceFix } from '../../domain/geofence-fixes';
import { scientificNameOf } from '../../domain/label';
import { ParseError } from '../../domain/parse-error';
import { saveFile } from '../../files/save-file';
import { suggestFileName } from '../../files/suggest-file-name';
import { placeName } from '../shared/place/country-names';
import type { AppParts } from './app-parts';
import type { AppActions } from './app-actions';
import type { Toast } from './app-state';
import { toCondition } from './condition';
import type { OpenSession } from './open-session';
import { readFixes } from './read-text';
import { saveConditionOf } from './save-condition';

type GeofenceActionNames = 'addOwnRules' | 'removeOwnRules' | 'readOwnRules' | 'saveOwnRules';

/** How labels are called: no part of the start. Loaded before a list is read, so that nothing comes between reading and keeping it. */
const loadWords = () => import('../shared/images/image-words');

/** The person's own rules of the open survey: stored first, then everything is concluded anew. */
export function createGeofenceActions(parts: AppParts): Pick<AppActions, GeofenceActionNames> {
  const { opening, guarded, showToast } = parts;

  /** Also when another survey was opened since: undo belongs to the survey in which something was done. */
  async function keep(session: OpenSession, ownGeofence: readonly GeofenceFix[]): Promise<void> {
    const current = opening.current();
    const target = current?.id === session.id ? current : session;
    await opening.updateSurvey(target, (survey) => ({ ...survey, settings: { ...survey.settings, ownGeofence } }));
    if (target === current) await opening.applyRules(target);
  }

  async function change(
    session: OpenSession,
    next: readonly GeofenceFix[],
    toast: Pick<Toast, 'code' | 'details'>,
  ): Promise<void> {
    const before = session.survey().settings.ownGeofence;
    await keep(session, next);
    const undo = guarded(() => keep(session, before));
    showToast({ ...toast, undo: () => void undo() });
  }

  /** Of one rule what it says, of several how many there are. */
  function detailsOf(rules: readonly GeofenceFix[], nameOf: (label: string) => string): Toast['details'] {
    const [only] = rules;
    if (only === undefined || rules.length > 1) return { count: rules.length };
    const { taxon, rule, country, admin1Region } = only;
    const label = parts.store.getState().open?.rules?.taxonomy.labels.get(taxon);
    const name = label === undefined ? scientificNameOf(`;${taxon};`) : nameOf(label);
    return { count: 1, rule, name, place: placeName({ country, admin1Region }) };
  }

  return {
    addOwnRules: guarded(async (rules) => {
      const { nameInSentence } = await loadWords();
      const session = opening.current();
      if (session === null) return;
      const own = session.survey().settings.ownGeofence;
      const next = addFixes(own, rules);
      const added = next.slice(own.length);
      if (added.length === 0) showToast({ code: 'own-rules-known', details: { count: rules.length }, undo: null });
      else await change(session, next, { code: 'own-rules-added', details: detailsOf(added, nameInSentence) });
    }),
    removeOwnRules: guarded(async (indexes) => {
      const { nameInSentence } = await loadWords();
      const session = opening.current();
      if (session === null) return;
      const own = session.survey().settings.ownGeofence;
      const removed = new Set(indexes);
      const details = detailsOf(
        own.filter((_, index) => removed.has(index)),
        nameInSentence,
      );
      const next = own.filter((_, index) => !removed.has(index));
      if (next.length < own.length) await change(session, next, { code: 'own-rules-removed', details });
    }),
    async readOwnRules(file) {
      try {
        return { step: 'read', fileName: file.name, rules: await readFixes(file) };
      } catch (error) {
        const code = error instanceof ParseError ? 'geofence-rules-refused' : 'import-unreadable';
        const { technical } = toCondition(error);
        return { step: 'refused', condition: { code, details: { name: file.name }, technical } };
      }
    },
    async saveOwnRules() {
      const survey = opening.current()?.survey();
      if (survey === undefined) return { kind: 'cancelled' };
      const text = writeGeofenceFixes(survey.settings.ownGeofence);
      const suggestedName = suggestFileName(survey.name, '-geofence-rules.csv');
      try {
        const saved = await saveFile({ suggestedName, mediaType: 'text/csv', chunks: [text], way: null });
        if (saved.kind === 'cancelled') return saved;
        showToast({ code: 'export-saved', details: { name: saved.name }, undo: null });
        return { kind: 'saved', fileName: saved.name, bytes: new TextEncoder().encode(text).length };
      } catch (error) {
        return { kind: 'failed', condition: saveConditionOf(error, suggestedName) };
      }
    },
  };
}
