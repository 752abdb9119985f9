import { afterAll, describe, expect, it } from 'vitest';
import {
  ARCHIVE,
  DETECTOR,
  hasCheckpoints,
  networkOf,
  readCandidate,
  startPackageBench,
} from '../../../test/networks/package-bench';
import type { ModelPackage } from '../../domain/model-package';
import type { CheckedRuleFile } from '../../rpc/package-api';

const bench = startPackageBench();
afterAll(() => bench.dispose());

const rolesOf = ({ files }: ModelPackage) => files.map(({ role }) => role);
const missingDetector = 'md_v5a.0.1.pt';

describe.skipIf(!hasCheckpoints)('../shared/checkpoints (skipped when that folder is absent)', () => {
  describe('an archive', () => {
    it('without its detector waits for it', async () => {
      const checked = await bench.accept(ARCHIVE);
      expect(checked.modelPackage).toMatchObject({
        version: 'test-4.0.2a',
        type: 'always_crop',
        missingDetector,
        detector: null,
        importer: '1',
        classifier: { layout: 'nhwc', output: 'logits', classCount: 2498, embedding: { size: 32 } },
        counts: { labels: 2498 },
      });
      expect(rolesOf(checked.modelPackage)).toEqual([
        'info',
        'classifier',
        'classifier-weights',
        'labels',
        'taxonomy',
        'geofence',
      ]);
      expect(bench.progress[0]).toMatchObject({ step: 'unpacking' });
    });

    it('with its detector is complete and runs, and so is one that gets it later', async () => {
      const together = await bench.accept(ARCHIVE, DETECTOR);
      expect(together.modelPackage).toMatchObject({ version: 'test-4.0.2a', missingDetector: null });
      expect((await bench.infer(together)).failures).toEqual([]);

      const [base, lone] = [await bench.accept(ARCHIVE), await bench.accept(DETECTOR)];
      const combined = await bench.packages.combine(base.modelPackage, { detectorOf: lone.modelPackage });
      if (!combined.ok) throw new Error(combined.error.message);
      expect(combined.value).toMatchObject({
        id: together.modelPackage.id,
        name: 'test-4.0.2a',
        missingDetector: null,
        detector: lone.modelPackage.detector,
        classifier: base.modelPackage.classifier,
      });
      const selfTests = await bench.packages.selfTest({
        detector: { network: networkOf(together, 'detector'), description: together.modelPackage.detector! },
        classifier: { network: networkOf(together, 'classifier'), description: together.modelPackage.classifier! },
        backend: 'wasm',
        threads: 2,
      });
      expect(selfTests).toMatchObject({ ok: true, value: [{ backend: 'wasm', verdict: 'passed' }] });
    });

    it('with awkward names and folders is read', async () => {
      const { modelPackage } = await bench.accept('package/speciesnet-like-12.tar.gz');
      expect(modelPackage).toMatchObject({ version: 'test-12', missingDetector, classifier: { classCount: 12 } });
    });

    it('without info.json, or cut off, is refused', async () => {
      expect(await bench.refusal('package/no-info.tar.gz')).toMatchObject({ code: 'nothing-usable' });
      const { path, file } = await readCandidate(ARCHIVE);
      expect(await bench.checkFiles({ [path]: file.slice(0, file.size - 5000) })).toMatchObject({
        ok: false,
        error: { code: 'archive-unreadable', details: { name: path } },
      });
    });
  });

  it('a rule file alone is an update', async () => {
    const archive = await bench.accept(ARCHIVE);
    const textOf = (role: string) => archive.files.find((file) => file.role === role)!.file;
    const checkOne = async (path: string, file: Blob) => {
      const result = await bench.checkFiles({ [path]: file });
      return result.ok ? result.value : result.error;
    };
    const taxonomy = (await checkOne('taxonomy_release.txt', textOf('taxonomy'))) as CheckedRuleFile;
    const { counts, files } = archive.modelPackage;
    expect(taxonomy).toMatchObject({ kind: 'rule-file', part: { role: 'taxonomy' }, count: counts.taxa });
    expect(taxonomy.part).toEqual(files.find(({ role }) => role === 'taxonomy'));

    const first = JSON.stringify({ 'mammalia;;;;': { allow: { KEN: [] } } });
    const geofence = (await checkOne('new.json', new Blob([first]))) as CheckedRuleFile;
    expect(geofence).toMatchObject({ kind: 'rule-file', part: { role: 'geofence', name: 'new.json' }, count: 1 });
    const updated = await bench.packages.combine(archive.modelPackage, { ruleFile: geofence });
    expect(updated).toMatchObject({
      ok: true,
      value: { missingDetector, counts: { ...counts, geofencedTaxa: 1 }, detector: null },
    });
    expect(updated.ok && updated.value.id).not.toBe(archive.modelPackage.id);
    expect(updated.ok && updated.value.files.find(({ role }) => role === 'geofence')).toEqual(geofence.part);

    expect(await checkOne('labels.txt', textOf('labels'))).toMatchObject({ code: 'not-onnx' });
    expect(await checkOne('geofence_release.json', new Blob(['["KEN"]']))).toMatchObject({ code: 'geofence-invalid' });
    expect(await checkOne('notes.json', new Blob(['{"a": 1}']))).toMatchObject({ code: 'not-onnx' });
  });
});
