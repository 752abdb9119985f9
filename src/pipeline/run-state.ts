import type { PortError } from './run-ports';
import type { RunProgress } from './run-progress';

/** Why a run waits. After `storage` (`error.code` is `no-space`, for instance) nothing is lost: resuming stores again. */
export type PauseReason =
  | { readonly code: 'asked' }
  | { readonly code: 'source-lost' } // the folder can't be reached: card pulled out, permission gone
  | { readonly code: 'storage'; readonly error: PortError };

/** Why a run ended before its last image. */
export type StopReason =
  | { readonly code: 'asked' }
  | { readonly code: 'broke-down'; readonly error: PortError } // different images in a row broke the workers down
  | { readonly code: 'restart-failed'; readonly error: PortError }
  | { readonly code: 'listing-failed'; readonly error: PortError }; // what was listed before is done

/** How a run ended. */
export type RunEnd =
  | { readonly step: 'finished'; readonly progress: RunProgress }
  | { readonly step: 'stopped'; readonly reason: StopReason; readonly progress: RunProgress };

/** Where a run is. `pausing` and `stopping`: asked for, the image under way is being finished. */
export type RunState =
  | { readonly step: 'running'; readonly progress: RunProgress }
  | { readonly step: 'pausing'; readonly progress: RunProgress }
  | { readonly step: 'paused'; readonly reason: PauseReason; readonly progress: RunProgress }
  | { readonly step: 'stopping'; readonly progress: RunProgress }
  | RunEnd;
