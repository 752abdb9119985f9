/** How much was stored, noted apart from the databases: a browser that clears those leaves this. */
export interface KeptNote {
  readonly surveys: number;
  /** Finished photos over all surveys. */
  readonly photos: number;
}

const KEY = 'understory-kept';

/** Null when nothing was noted, or where the browser keeps no notes. */
export function readKeptNote(): KeptNote | null {
  try {
    const { surveys, photos } = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<KeptNote>;
    return typeof surveys === 'number' && typeof photos === 'number' ? { surveys, photos } : null;
  } catch {
    return null; // blocked, empty, or not ours: the note is only there to explain a loss
  }
}

export function writeKeptNote({ surveys, photos }: KeptNote): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ surveys, photos }));
  } catch {
    // Blocked or full: a loss would go unexplained, and nothing else changes.
  }
}

/** What the browser has cleared since the note was written; null when everything, or at least some of it, is here. */
export function lostSince(before: KeptNote | null, now: KeptNote): KeptNote | null {
  if (before === null) return null;
  const areSurveysGone = before.surveys > 0 && now.surveys === 0;
  const arePhotosGone = before.photos > 0 && now.photos === 0;
  if (!areSurveysGone && !arePhotosGone) return null;
  return { surveys: before.surveys - now.surveys, photos: before.photos - now.photos };
}
