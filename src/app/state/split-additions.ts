import type { PackageCandidate } from '../../rpc/package-api';

/** A file that is an addition by itself: an archive of a package, a checkpoint, a rule file under its usual name. */
const WHOLE = /\.(?:zip|tar\.gz|tgz|pt|pth)$|^(?:taxonomy|geofence)[^/]*\.(?:txt|csv|json)$/i;

/**
 * Several downloads dropped together (SpeciesNet's archive and MegaDetector's checkpoint, say) are added one after the
 * other; all other files together are one package.
 */
export function splitAdditions(candidates: readonly PackageCandidate[]): readonly (readonly PackageCandidate[])[] {
  const isEachWhole = candidates.every(({ path }) => WHOLE.test(path.slice(path.lastIndexOf('/') + 1)));
  return candidates.length > 1 && isEachWhole ? candidates.map((candidate) => [candidate]) : [candidates];
}
