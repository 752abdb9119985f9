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
  await storage.attachments.delete(session.id, name);
  session.setAttached({ [name]: null });
  session.flush();
  if (name === 'instances') await followInstances(parts, session, null);
  const header = kept.header as AttachedFile;
  const undo = guarded(async () => {
    if (parts.runs.isRunning() || parts.opening.current() !== session) return;
    await storage.attachments.put(session.id, name, kept);
    session.setAttached({ [name]: header });
    session.flush();
    if (name === 'instances') await followInstances(parts, session, kept.items as readonly Instance[]);
  });
  showToast({ code: 'file-removed', details: { name: header.fileName }, undo: () => void undo() });
}

/** Null: the folder says again which images there are. Photos out of reach can't be listed; what is known of them stays. */
async function followInstances(
  { opening }: AppParts,
  session: OpenSession,
  items: readonly Instance[] | null,
): Promise<void> {
  if (items === null) session.setDecisions({ places: new Map(), order: null });
  else setInstances(session, items);
  await opening.listAgain(session);
  await opening.applyRules(session);
}
