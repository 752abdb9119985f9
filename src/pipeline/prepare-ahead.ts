import type { ImageProblem } from '../domain/failure';
import type { ListedImage } from '../domain/survey';
import type { PortError, PreparedTimes, RunPorts } from './run-ports';

/** An image on its way to the networks. */
export type PreparedStage<Prepared> =
  | { readonly kind: 'ready'; readonly prepared: Prepared }
  | { readonly kind: 'unreadable'; readonly problem: ImageProblem; readonly decodeMs: number }
  /** `generation`: how often the workers had been restarted when this image was begun. */
  | { readonly kind: 'broken'; readonly error: PortError; readonly generation: number };

/** A listed image whose preparation has begun. */
export interface AheadImage<Prepared> {
  readonly image: ListedImage;
  readonly stage: Promise<PreparedStage<Prepared>>;
}

/** Opens and decodes one image. */
export async function prepareImage<File, Prepared extends PreparedTimes>(
  ports: RunPorts<File, Prepared>,
  filepath: string,
  generation: number,
): Promise<PreparedStage<Prepared>> {
  const opened = await ports.open(filepath);
  if (opened.kind === 'unreadable') return { kind: 'unreadable', problem: opened.problem, decodeMs: 0 };
  const result = await ports.prepare(opened.file);
  if (!result.ok) return { kind: 'broken', error: result.error, generation };
  const outcome = result.value;
  return outcome.kind === 'prepared'
    ? { kind: 'ready', prepared: outcome.image }
    : { kind: 'unreadable', problem: outcome.image.problem, decodeMs: outcome.image.decodeMs };
}

/** The images still to do, in order; the next `ahead()` of them are being prepared. */
export interface ImageQueue<Prepared> {
  readonly add: (images: readonly ListedImage[]) => void;
  /** Begins to prepare up to `ahead()` images. */
  readonly fill: () => void;
  /** The next image, or null when none is waiting. */
  readonly take: () => AheadImage<Prepared> | null;
  /** True when none is waiting. */
  readonly isEmpty: () => boolean;
}

/** An empty queue that prepares `ahead()` images before they are taken. */
export function createImageQueue<Prepared>(
  ahead: () => number,
  prepare: (filepath: string) => Promise<PreparedStage<Prepared>>,
): ImageQueue<Prepared> {
  const waiting: ListedImage[] = [];
  let next = 0; // index in `waiting`: shifting a list of 100,000 costs
  const begun: AheadImage<Prepared>[] = [];

  const begin = () => {
    const image = waiting[next];
    if (image === undefined) return false;
    next++;
    const stage = prepare(image.filepath);
    stage.catch(() => undefined); // thrown again when its turn comes
    begun.push({ image, stage });
    return true;
  };
  const fill = () => {
    while (begun.length < ahead() && begin());
  };

  return {
    add(images) {
      for (const image of images) waiting.push(image);
    },
    fill,
    isEmpty: () => begun.length === 0 && next >= waiting.length,
    take() {
      if (begun.length === 0) begin();
      return begun.shift() ?? null;
    },
  };
}
