import type { RunMode } from '../../domain/survey';
import type { AppParts } from './app-parts';
import type { Attached, AttachedFile } from './app-state';
import type { ImportOffer } from './import-view';
import { setInstances, type ResultItem } from './attached-files';
import { changeSettings, type ImportOrder } from './import-order';
import type { OpenSession } from './open-session';
import type { ImportContent } from './read-import';

/**
 * The file is kept with the survey; the next run starts from it. A survey without results gets the kind of run that it is
 * for. Nothing to take back: what is attached has a button of its own to be removed.
 */
export async function attachResults(
  { parts, session, offer, content }: ImportOrder,
  name: 'detections' | 'classifications',
  mode: RunMode,
): Promise<null> {
  const items = itemsOf(content, name);
  if (items === null) return null;
  await keepFile(parts, session, name, offer, items);
  const { counts, settings } = session.survey();
  if (counts.done > 0 || settings.mode === 'ensemble' || settings.mode === mode) return null;
  const { attached } = parts.store.getState().open ?? { attached: null };
  const hasOther = name === 'detections' ? attached?.classifications != null : attached?.detections != null;
  await changeSettings(parts, session, { mode: hasOther ? 'ensemble' : mode });
  return null;
}

/** The images that the file names take the place of the folder's. */
export async function attachInstances({ parts, session, offer, content }: ImportOrder): Promise<null> {
  if (content.kind !== 'instances') return null;
  await keepFile(parts, session, 'instances', offer, content.instances);
  const listed = session.rows.snapshot().map(({ filepath, size }) => ({ filepath, size, lastModified: 0 }));
  setInstances(session, content.instances);
  await parts.opening.keepListing(session, listed);
  await parts.opening.applyRules(session);
  return null;
}

/** An entry that failed stays a failure of its component, whatever else it holds. */
function itemsOf(content: ImportContent, name: 'detections' | 'classifications'): readonly ResultItem[] | null {
  if (content.kind === 'megadetector') {
    return content.images.map(({ filepath, hasFailed, detections }) =>
      hasFailed ? { filepath, failures: [] } : { filepath, detections },
    );
  }
  if (content.kind !== 'results') return null;
  return content.records.map(({ filepath, hasFailed, detections, classifications }) => ({
    filepath,
    ...(hasFailed && { failures: [] }),
    ...(name === 'detections' && detections !== null && { detections }),
    ...(name === 'classifications' && classifications !== null && { classifications }),
  }));
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
