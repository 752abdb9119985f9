import { fileOf, type ModelPackage, type PackageFile } from '../../domain/model-package';
import type { RunMode } from '../../domain/survey';
import { stepsOf } from '../../pipeline/infer-image';
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

/** The files of the networks that a run in this mode opens. */
export function networkFilesOf(modelPackage: ModelPackage, mode: RunMode): readonly PackageFile[] {
  const steps = stepsOf(mode);
  const roles = [
    ...(steps.detector ? (['detector', 'detector-weights'] as const) : []),
    ...(steps.classifier ? (['classifier', 'classifier-weights'] as const) : []),
  ];
  return roles.flatMap((role) => fileOf(modelPackage, role) ?? []);
}
