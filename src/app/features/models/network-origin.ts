import { describeSpeciesNet, recogniseModel } from '../../../domain/known-models';
import { fileOf, type ModelPackage, type PackageFile } from '../../../domain/model-package';

export type NetworkPart = 'detector' | 'classifier';

/** What the authors say of a model. */
export interface ModelFacts {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly citation: string;
}

/**
 * Where a network comes from. `official` = its checksum is a published one; `likely` = the package says so, and nobody
 * published a checksum; `unverified` = nothing is known of it.
 */
export type NetworkOrigin =
  { readonly kind: 'official' | 'likely'; readonly facts: ModelFacts } | { readonly kind: 'unverified' };

export function originOf(modelPackage: ModelPackage, part: NetworkPart): NetworkOrigin {
  // Weights beside a graph that somebody else wrote say nothing of the graph: only what was converted here is official.
  const weights = modelPackage.importer === null ? null : fileOf(modelPackage, `${part}-weights`);
  const md5s = [weights, fileOf(modelPackage, part)].map((file) => file?.md5 ?? null);
  const known = md5s.map((md5) => (md5 === null ? null : recogniseModel(md5))).find((model) => model !== null);
  if (known != null) return { kind: 'official', facts: known };
  const likely = part === 'classifier' ? describeSpeciesNet(modelPackage.version, modelPackage.counts.labels) : null;
  return likely === null ? { kind: 'unverified' } : { kind: 'likely', facts: likely };
}

/** The file by which a person knows the network: the checkpoint it came as, else the network itself; null = none. */
export function sourceFileOf(modelPackage: ModelPackage, part: NetworkPart): PackageFile | null {
  return fileOf(modelPackage, `${part}-weights`) ?? fileOf(modelPackage, part);
}
