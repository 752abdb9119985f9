import { hasDetection, type DetectionRef } from '../../domain/megadetector/detection-set';
import type { RepeatVerdict } from '../../domain/megadetector/repeat-decisions';
import {
  parseRepeatDecisions,
  recordRepeatDecisions,
  restoreRepeatDecisions,
  type RepeatDecisionsRecord,
  type StackRecord,
} from '../../domain/megadetector/repeat-decisions-record';
import type { RepeatImage } from '../../domain/megadetector/repeat-detections';
import { createRepeatStack } from '../../domain/megadetector/repeat-stacks';
import type { Attachment } from '../../storage/attachment-store';
import { cameraRuleOf, parseRepeatSearch, type CameraBy, type RepeatSearchOptions } from './repeat-search-options';
import type { DecidedStack, RepeatsState } from './repeats-state';

/** What is kept in front: the options of the last search. */
interface RepeatHeader {
  readonly options: RepeatSearchOptions;
}

/** The decisions on one camera's stacks of searches with one IoU. */
interface RepeatItem {
  readonly cameraBy: CameraBy;
  readonly record: RepeatDecisionsRecord;
}

/** The images with facts, in their order and by filepath. */
export interface RepeatFacts {
  readonly images: Iterable<RepeatImage>;
  readonly imageOf: (filepath: string) => RepeatImage | undefined;
}

/** Images looked at between two yields while their cameras are counted. */
const PIECE = 1000;

/** The decisions as they are stored, a record for each camera. */
export function repeatAttachment({ options, decided }: Pick<RepeatsState, 'options' | 'decided'>): Attachment {
  const groups = new Map<string, DecidedStack[]>();
  for (const entry of decided.values()) {
    const { stack } = entry;
    const key = JSON.stringify([stack.cameraBy, stack.minIou, stack.camera]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  const items = [...groups.values()].map((group): RepeatItem => {
    const { cameraBy, minIou } = group[0]!.stack;
    return { cameraBy, record: recordOf(group, minIou) };
  });
  const header: RepeatHeader = { options };
  return { header, items };
}

function recordOf(group: readonly DecidedStack[], minIou: number): RepeatDecisionsRecord {
  const verdicts = new Map<string, RepeatVerdict>();
  const spared = new Map<string, Set<number>>();
  for (const entry of group) {
    verdicts.set(entry.stack.id, entry.verdict);
    for (const { filepath, detection } of entry.spared) {
      spared.set(filepath, (spared.get(filepath) ?? new Set()).add(detection));
    }
  }
  return recordRepeatDecisions(
    group.map(({ stack }) => stack),
    { verdicts, spared },
    minIou,
  );
}

/**
 * Stored decisions under the facts of today, and the options of the last search. Yields every thousand images or so. Throws
 * ParseError for an item that is not what `repeatAttachment` makes.
 */
export function* restoreRepeats(
  { header, items }: Attachment,
  { images, imageOf }: RepeatFacts,
): Generator<void, Pick<RepeatsState, 'options' | 'decided'>> {
  const decided = new Map<string, DecidedStack>();
  const cameras = new Map<CameraBy, CameraIndex>();
  for (const item of items as readonly { readonly cameraBy?: unknown; readonly record?: unknown }[]) {
    const cameraBy = item.cameraBy === 'camera-folder' ? 'camera-folder' : 'folder';
    const record = parseRepeatDecisions(item.record);
    const index = cameras.get(cameraBy) ?? (yield* indexCameras(images, cameraRuleOf(cameraBy)));
    cameras.set(cameraBy, index);
    const restored = yield* restoreRepeatDecisions(record, imageOf);
    const records = new Map(record.stacks.map((stack) => [stack.id, stack]));
    for (const { id, members } of restored.stacks) {
      const { spared } = restored.decisions;
      decided.set(id, {
        stack: { ...describe(records.get(id)!, members, imageOf, index), id, minIou: record.minIou, cameraBy },
        verdict: restored.decisions.verdicts.get(id)!,
        spared: members.filter((member) => hasDetection(spared, member)),
      });
      yield;
    }
  }
  return { options: parseRepeatSearch((header as Partial<RepeatHeader>).options), decided };
}

interface CameraIndex {
  readonly cameraOf: (filepath: string) => string;
  /** Images of each camera. */
  readonly counts: ReadonlyMap<string, number>;
  /** Of an image among those of its camera. */
  readonly positions: ReadonlyMap<string, number>;
}

function* indexCameras(
  images: Iterable<RepeatImage>,
  cameraOf: (filepath: string) => string,
): Generator<void, CameraIndex> {
  const counts = new Map<string, number>();
  const positions = new Map<string, number>();
  let looked = 0;
  for (const { filepath } of images) {
    const camera = cameraOf(filepath);
    const position = counts.get(camera) ?? 0;
    positions.set(filepath, position);
    counts.set(camera, position + 1);
    if (++looked % PIECE === 0) yield;
  }
  return { cameraOf, counts, positions };
}

/** The stack with what a search would say of these members. */
function describe(
  { category, foundingBox }: StackRecord,
  members: readonly DetectionRef[],
  imageOf: RepeatFacts['imageOf'],
  { cameraOf, counts, positions }: CameraIndex,
) {
  const first = members[0]!;
  const camera = cameraOf(first.filepath);
  const founder = imageOf(first.filepath)!.detections![first.detection]!;
  return createRepeatStack({
    camera,
    cameraImages: counts.get(camera)!,
    category: category ?? founder.category,
    bbox: foundingBox,
    members: members.map((member) => ({
      ...member,
      image: imageOf(member.filepath)!,
      position: positions.get(member.filepath)!,
    })),
  });
}
