import type { AppParts } from './app-parts';
import { conditionOf, type Condition } from './condition';
import { readNetworkFiles } from './package-networks';

export type PackageTestOutcome =
  { readonly kind: 'tested'; readonly name: string } | { readonly kind: 'failed'; readonly condition: Condition };

/**
 * Tries an installed package's networks on each backend of this computer and keeps the outcome with it. Null when the
 * package is not installed any more.
 */
export async function testPackage(
  id: string,
  { storage, store, connectPackage }: Pick<AppParts, 'storage' | 'store' | 'connectPackage'>,
): Promise<PackageTestOutcome | null> {
  const known = await storage.packages.readPackage(id);
  if (known?.isInstalled !== true) return null;
  const { modelPackage } = known;
  const { detector, classifier } = modelPackage;
  const { backend, threads } = store.getState().preferences;
  const request = {
    detector: detector && {
      network: await readNetworkFiles(storage.files, modelPackage, 'detector'),
      description: detector,
    },
    classifier: classifier && {
      network: await readNetworkFiles(storage.files, modelPackage, 'classifier'),
      description: classifier,
    },
    backend,
    threads,
  };
  const worker = connectPackage();
  try {
    const selfTests = await worker.selfTest(request);
    if (!selfTests.ok) return { kind: 'failed', condition: conditionOf(selfTests.error) };
    const now = await storage.packages.readPackage(id);
    if (now?.isInstalled !== true) return null;
    await storage.packages.putPackage({ ...now.modelPackage, selfTests: selfTests.value }, []);
    return { kind: 'tested', name: modelPackage.name };
  } finally {
    worker.dispose();
  }
}
