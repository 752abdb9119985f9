import type { RunMode } from '../../domain/survey';
import type { Arrangement } from '../../pipeline/arrangement-trial';
import { StorageError } from '../../storage/storage-error';
import type { SettingsStore } from '../../storage/settings-store';

/** What decides which arrangement of the networks is fastest on one computer. */
export interface ArrangedRun {
  /** Of the networks' files: a package may have a fast detector beside its own. */
  readonly networks: readonly string[];
  readonly mode: RunMode;
  readonly threads: number | null;
  readonly fastNetworks: boolean;
}

const keyOf = ({ networks, mode, threads, fastNetworks }: ArrangedRun) =>
  [...networks, mode, threads ?? 'auto', navigator.hardwareConcurrency, fastNetworks ? 'fast' : 'stored'].join(' ');

/** The arrangement that an earlier run found to be fastest; null = none did. */
export async function foundArrangement(settings: SettingsStore, run: ArrangedRun): Promise<Arrangement | null> {
  const { arrangements } = await settings.readSettings();
  return arrangements[keyOf(run)] ?? null;
}

/** The next run begins with it. */
export async function rememberArrangement(
  settings: SettingsStore,
  run: ArrangedRun,
  found: Arrangement,
): Promise<void> {
  try {
    const { arrangements } = await settings.readSettings();
    await settings.updateSettings({ arrangements: { ...arrangements, [keyOf(run)]: found } });
  } catch (error) {
    if (!(error instanceof StorageError)) throw error; // a full disk: it is found again
  }
}
