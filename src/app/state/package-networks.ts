import { fileOf, type ModelPackage } from '../../domain/model-package';
import type { NetworkFiles } from '../../rpc/inference-api';
import type { AppStorage } from '../../storage/app-storage';

/**
 * The stored bytes of a package's network, with the file in which its weights lie. Rejects `storage-damaged` when they
 * are gone.
 */
export async function readNetworkFiles(
  files: AppStorage['files'],
  modelPackage: ModelPackage,
  role: 'detector' | 'classifier',
): Promise<NetworkFiles> {
  const model = fileOf(modelPackage, role);
  if (model === null) throw new Error(`package ${modelPackage.id}: it describes a ${role} but has no file for it`);
  const weights = fileOf(modelPackage, `${role}-weights`);
  return {
    model: await files.readFile(model.sha256),
    weights: weights === null ? null : { location: weights.name, file: await files.readFile(weights.sha256) },
  };
}
