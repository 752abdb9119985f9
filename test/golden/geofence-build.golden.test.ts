import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildRelease, fixBase, trimToTaxa } from '../../src/domain/geofence-build';
import { parseGeofenceFixes, writeGeofenceFixes } from '../../src/domain/geofence-fixes';
import { propagateRules } from '../../src/domain/geofence-propagation';
import { validateRelease } from '../../src/domain/geofence-validation';
import { parseLabels } from '../../src/domain/label-list';
import { parseGeofenceBase, releaseJson, writeRelease } from '../../src/domain/release-rules';
import { labelTaxa, releaseTaxa } from '../../src/domain/release-taxa';
import { describeGolden, PROJECT_ROOT, readReferencePackage } from './golden-folder';

type Json = Readonly<Record<string, unknown>>;

interface BuildCase {
  readonly id: string;
  readonly in: {
    readonly base: Json;
    readonly fixes_csv: string;
    readonly labels: readonly string[];
    readonly taxonomy: readonly string[];
  };
  readonly out: {
    readonly error?: { readonly stage: string };
    readonly fixed: Json;
    readonly propagated: Json;
    readonly release: Json;
    readonly release_valid: unknown;
    readonly release_file_text?: string;
  };
}

/** What each stage makes of a case, by the vectors' names of the stages; later ones need the earlier ones. */
function stagesOf({ base, fixes_csv, labels, taxonomy }: BuildCase['in']) {
  const load = () => parseGeofenceBase(base);
  const fix = () => fixBase(load(), parseGeofenceFixes(fixes_csv), releaseTaxa(taxonomy.join('\n')));
  const propagate = () => propagateRules(fix(), labelTaxa(labels));
  const trim = () => trimToTaxa(propagate(), labelTaxa(labels));
  return { load, fix, propagate, trim, validate: () => validateRelease(trim()) };
}

const STAGES = ['load', 'fix', 'propagate', 'trim', 'validate'] as const;

describeGolden<{ cases: readonly BuildCase[] }>('speciesnet/geofence_build.json', ({ cases }) => {
  it.each(cases.filter(({ out }) => out.error === undefined))('$id', ({ in: input, out }) => {
    const stages = stagesOf(input);
    expect(releaseJson(stages.fix())).toEqual(out.fixed);
    expect(JSON.stringify(releaseJson(stages.propagate()))).toBe(JSON.stringify(out.propagated));
    const release = stages.trim();
    expect(releaseJson(release)).toEqual(out.release);
    if (out.release_file_text !== undefined) expect(writeRelease(release)).toBe(out.release_file_text);
    if (typeof out.release_valid === 'boolean') expect(validateRelease(release)).toBe(out.release_valid);
    else expect(() => validateRelease(release)).toThrow();
    if (out.release_valid !== true) return;
    const { base, fixes_csv: fixes, labels, taxonomy } = input;
    expect(buildRelease({ base, fixes, labels, taxonomy: taxonomy.join('\n') })).toEqual(release);
  });

  const failing = cases.filter(({ out }) => out.error !== undefined);
  it.each(failing)('$id fails at $out.error.stage', ({ in: input, out }) => {
    const stages = stagesOf(input);
    const failed = STAGES.findIndex((stage) => stage === out.error!.stage);
    if (failed === -1) {
      const { base, fixes_csv: fixes, labels, taxonomy } = input;
      expect(() => buildRelease({ base, fixes, labels, taxonomy: taxonomy.join('\n') })).toThrow();
      return;
    }
    for (const stage of STAGES.slice(0, failed)) expect(stages[stage]).not.toThrow();
    expect(stages[STAGES[failed]!]).toThrow();
  });
});

const FIXES = resolve(PROJECT_ROOT, '../shared/geofence/geofence_fixes.csv');

describe.skipIf(!existsSync(FIXES))('with the reference’s own fixes (needs ../shared/geofence)', () => {
  describeGolden<{ base: Json; map: Json }>('speciesnet/geofence_map.json', ({ base, map }) => {
    const fixes = () => readFileSync(FIXES, 'utf8');
    const labels = () => parseLabels(readReferencePackage('always_crop_99710272_22x8_v12_epoch_00148.labels.txt'));
    const taxonomy = () => readReferencePackage('taxonomy_release.txt');

    it('gives the release', () => {
      const release = buildRelease({ base, fixes: fixes(), labels: labels(), taxonomy: taxonomy() });
      expect(releaseJson(release)).toEqual(map);
    });

    it('gives the same release after the fixes were written here', () => {
      const written = writeGeofenceFixes(parseGeofenceFixes(fixes()));
      const release = buildRelease({ base, fixes: written, labels: labels(), taxonomy: taxonomy() });
      expect(releaseJson(release)).toEqual(map);
    });
  });
});
