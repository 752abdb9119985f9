import { cameraFolderOf } from './megadetector/camera-folder';
import { comparePathsByComponents } from './path-order';
import { parseWallClock } from './wall-clock';

/** What makes images an event. */
export interface EventOptions {
  /** A longer time than this since the previous image starts a new event. Seconds, 0 or more. */
  readonly gapSeconds: number;
  /**
   * The deployment of an image by its path: `cameraFolderOf` joins the folders that one camera filled, `folderOf` takes each
   * folder for a deployment of its own.
   */
  readonly deploymentOf: (filepath: string) => string;
}

/**
 * The gap of megadetector 10.0.24's create_sequences, 60 s, which keeps one burst or visit together, and its camera folder.
 * For counting independent visits ecologists use longer gaps, mostly 30 or 60 minutes between images of one species.
 */
export const EVENT_DEFAULTS: EventOptions = { gapSeconds: 60, deploymentOf: cameraFolderOf };

/** What events are made of: the path, and the camera's wall clock `YYYY-MM-DDTHH:mm:ss` or null. */
export interface EventImage {
  readonly filepath: string;
  readonly capturedAt: string | null;
}

/** Images of one deployment close in time. Events of one deployment do not overlap. */
export interface SurveyEvent {
  /**
   * The path of its first image. It stays the same when events are found anew, with more images, another gap or corrected
   * clocks, as long as the same image comes first.
   */
  readonly id: string;
  readonly deployment: string;
  /** In order of time; images of the same second in the order of a folder's listing. */
  readonly filepaths: readonly string[];
  /** Capture time of the first and of the last image, `YYYY-MM-DDTHH:mm:ss`. */
  readonly start: string;
  readonly end: string;
}

/** All events of a survey, by deployment in the order in which the images first name it, then in order of time. */
export interface SurveyEvents {
  readonly events: readonly SurveyEvent[];
  /** The event's id by the path of an image; without the images that belong to no event. */
  readonly eventIdOf: ReadonlyMap<string, string>;
  /** Images without a capture time, or with one that no clock shows, in the order given: they belong to no event. */
  readonly untimed: readonly string[];
}

interface TimedImage {
  readonly filepath: string;
  readonly capturedAt: string;
  readonly seconds: number;
}

/**
 * Finds the events of a survey, one step for each image and each event. The order of the images makes no difference but for
 * the order of deployments and untimed images. Paths must be unique.
 */
export function* findEvents(images: Iterable<EventImage>, options: EventOptions): Generator<void, SurveyEvents, void> {
  const deployments = new Map<string, TimedImage[]>();
  const untimed: string[] = [];
  for (const { filepath, capturedAt } of images) {
    const seconds = capturedAt === null ? null : parseWallClock(capturedAt);
    if (capturedAt === null || seconds === null) untimed.push(filepath);
    else addTo(deployments, options.deploymentOf(filepath), { filepath, capturedAt, seconds });
    yield;
  }
  const events: SurveyEvent[] = [];
  const eventIdOf = new Map<string, string>();
  for (const [deployment, members] of deployments) {
    for (const run of splitAtGaps(members, options.gapSeconds)) {
      const event = createEvent(deployment, run);
      events.push(event);
      for (const filepath of event.filepaths) eventIdOf.set(filepath, event.id);
      yield;
    }
  }
  return { events, eventIdOf, untimed };
}

function addTo(deployments: Map<string, TimedImage[]>, deployment: string, image: TimedImage): void {
  const members = deployments.get(deployment);
  if (members === undefined) deployments.set(deployment, [image]);
  else members.push(image);
}

function* splitAtGaps(members: TimedImage[], gapSeconds: number): Generator<readonly TimedImage[]> {
  members.sort((a, b) => a.seconds - b.seconds || comparePathsByComponents(a.filepath, b.filepath));
  let from = 0;
  for (let to = 1; to <= members.length; to++) {
    const isSame = to < members.length && members[to]!.seconds - members[to - 1]!.seconds <= gapSeconds;
    if (isSame) continue;
    yield members.slice(from, to);
    from = to;
  }
}

function createEvent(deployment: string, run: readonly TimedImage[]): SurveyEvent {
  const [first, last] = [run[0]!, run.at(-1)!];
  return {
    id: first.filepath,
    deployment,
    filepaths: run.map(({ filepath }) => filepath),
    start: first.capturedAt,
    end: last.capturedAt,
  };
}
