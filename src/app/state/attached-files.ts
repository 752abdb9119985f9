import type { Instance } from '../../domain/parse-instances';
import type { AnyRecord } from '../../domain/partial-predictions';
import type { AppStorage } from '../../storage/app-storage';
import type { Attached, AttachedFile } from './app-state';
import type { OpenSession } from './open-session';

/** An entry of a result file of the reference program as it is kept. */
export interface ResultItem extends AnyRecord {
  readonly filepath: string;
}

/** What is kept in front of each attached file. */
interface AttachedHeader extends AttachedFile {
  readonly [key: string]: unknown;
}

const NAMES = ['instances', 'detections', 'classifications'] as const;

/** Tells the session which files belong to the survey, and what an instances file says of places. */
export async function readAttached(storage: AppStorage, target: OpenSession): Promise<void> {
  const attached: { -readonly [Name in keyof Attached]: Attached[Name] } = {
    instances: null,
    detections: null,
    classifications: null,
  };
  for (const name of NAMES) {
    const header = await storage.attachments.readHeader(target.id, name);
    attached[name] = header as AttachedHeader | null;
  }
  target.setAttached(attached);
  if (attached.instances === null) return;
  const kept = await storage.attachments.read(target.id, 'instances');
  if (kept !== null) setInstances(target, kept.items as readonly Instance[]);
}

/** Places and order of the images in an instances file; of several entries for one image the last place counts. */
export function setInstances(target: OpenSession, items: readonly Instance[]): void {
  const places = new Map(items.map(({ filepath, ...place }) => [filepath, place]));
  target.setDecisions({ places, order: items.map(({ filepath }) => filepath) });
}

/** An attached result file by filepath: of several entries for one image the last counts. */
export async function readResultItems(
  storage: AppStorage,
  surveyId: string,
  name: 'detections' | 'classifications',
): Promise<ReadonlyMap<string, ResultItem>> {
  const kept = await storage.attachments.read(surveyId, name);
  return new Map((kept?.items as readonly ResultItem[] | undefined)?.map((item) => [item.filepath, item]));
}
