import type { Inference } from '../../domain/inference';
import { plainFact } from '../../domain/packed-facts/stored-fact';
import type { Instance } from '../../domain/parse-instances';
import type { AppParts } from './app-parts';
import type { Attached, AttachedFile } from './app-state';
import { setInstances } from './attached-files';
import type { OpenSession } from './open-session';

/** Takes an attached file off the survey, and offers to put it back. */
export async function detachFile(parts: AppParts, session: OpenSession, name: keyof Attached): Promise<void> {
  const { storage, guarded, showToast } = parts;
  const kept = await storage.attachments.read(session.id, name);
  if (kept === null) return;
  const header = kept.header as AttachedFile;
  const setAttached = (file: AttachedFile | null) => {
    session.setAttached({ [name]: file });
    session.flush();
  };
  await storage.attachments.delete(session.id, name);
  setAttached(null);
  const instances = name === 'instances' ? (kept.items as readonly Instance[]) : null;
  const missing = instances === null ? [] : await leaveInstances(parts, session, instances);
  const undo = guarded(async () => {
    if (parts.runs.running() === session || parts.opening.current() !== session) return;
    await storage.attachments.put(session.id, name, kept);
    setAttached(header);
    if (instances === null) return;
    await storage.facts.putFacts(session.id, missing);
    session.addStored(missing.map(plainFact));
    setInstances(session, instances);
    await followListing(parts, session);
  });
  showToast({ code: 'file-removed', details: { name: header.fileName }, undo: () => void undo() });
}

/**
 * The folder says again which images there are. Of what only the list knew, nothing stays, failures included: they are the
 * answer. Photos out of reach can't be listed; what is known of them stays as it is.
 */
async function leaveInstances(
  parts: AppParts,
  session: OpenSession,
  instances: readonly Instance[],
): Promise<readonly Inference[]> {
  session.setDecisions({ places: new Map(), order: null });
  const missing = new Set<string>();
  const failures: Inference[] = [];
  if (session.source() !== null) {
    for (const { filepath } of instances) {
      const row = session.rows.get(filepath);
      if (row === null || row.size > 0 || missing.has(filepath)) continue;
      if (row.inference !== null && row.inference.problem?.code !== 'file-missing') continue;
      missing.add(filepath);
      if (row.inference !== null) failures.push(row.inference);
    }
    await parts.storage.facts.deleteFacts(
      session.id,
      failures.map(({ filepath }) => filepath),
    );
    session.keepRows((filepath) => !missing.has(filepath));
  }
  await followListing(parts, session);
  return failures;
}

async function followListing({ opening }: AppParts, session: OpenSession): Promise<void> {
  await opening.listAgain(session);
  await opening.updateSurvey(session, (survey) => survey); // counts its facts anew
  await opening.applyRules(session);
}
