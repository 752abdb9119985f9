import type { StoreApi } from 'zustand/vanilla';
import type { Connection } from '../../rpc/connect';
import type { PlaceFinder } from '../../domain/geolocation';
import type { DecodeApi } from '../../rpc/decode-api';
import type { DigestApi } from '../../rpc/digest-api';
import type { InferenceApi } from '../../rpc/inference-api';
import type { PackageApi } from '../../rpc/package-api';
import type { AppStorage } from '../../storage/app-storage';
import type { AppState } from './app-state';
import type { Offline } from './offline';

/** What main.tsx wires together. */
export interface AppSetting {
  readonly storage: AppStorage;
  readonly connectDecode: () => Connection<DecodeApi>;
  readonly connectInference: () => Connection<InferenceApi>;
  readonly connectDigest: () => Connection<DigestApi>;
  readonly connectPackage: () => Connection<PackageApi>;
  /** Boundaries of countries and states, loaded at the first call. */
  readonly loadPlaceFinder: () => Promise<PlaceFinder>;
  /** Settles when the service worker is registered; see offline.ts. */
  readonly startOffline: (onUpdateReady: () => void) => Promise<Offline>;
  /** Goes to an address inside the app (routes.ts). */
  readonly navigate: (address: string) => void;
}

/** What the parts of the state share. */
export interface StatePart extends AppSetting {
  readonly store: StoreApi<AppState>;
}
