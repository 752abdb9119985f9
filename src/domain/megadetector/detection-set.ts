/** One detection of one image. */
export interface DetectionRef {
  /** Relative to the survey's folder, forward slashes. */
  readonly filepath: string;
  /** Index in the image's detections. */
  readonly detection: number;
}

/** Detections by the filepath of their image, then by index. */
export type DetectionSet = ReadonlyMap<string, ReadonlySet<number>>;

/** A set that is still being filled. */
export type OpenDetectionSet = Map<string, Set<number>>;

/** These detections as a set. */
export function createDetectionSet(detections: Iterable<DetectionRef>): DetectionSet {
  const set: OpenDetectionSet = new Map();
  for (const detection of detections) addDetection(set, detection);
  return set;
}

/** Puts a detection into a set, where it is once however often it comes. */
export function addDetection(set: OpenDetectionSet, { filepath, detection }: DetectionRef): void {
  const own = set.get(filepath);
  if (own === undefined) set.set(filepath, new Set([detection]));
  else own.add(detection);
}

/** Whether a detection is in the set. */
export function hasDetection(set: DetectionSet, { filepath, detection }: DetectionRef): boolean {
  return set.get(filepath)?.has(detection) ?? false;
}
