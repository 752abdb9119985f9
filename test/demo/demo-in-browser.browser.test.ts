import { afterAll, expect, it } from 'vitest';
import type { DemoManifest } from '../../scripts/demo/demo-files';
import { parseGeofence } from '../../src/domain/geofence';
import { parseLabels } from '../../src/domain/label-list';
import { parseTaxonomy } from '../../src/domain/taxonomy';
import { createConclusions } from '../../src/pipeline/conclude';
import { connect } from '../../src/rpc/connect';
import type { DecodeApi } from '../../src/rpc/decode-api';
import type { InferenceApi } from '../../src/rpc/inference-api';
import type { CheckedPackage, PackageApi } from '../../src/rpc/package-api';
import type { RpcResult } from '../../src/rpc/rpc-result';
import type { PackageFileRole } from '../../src/domain/model-package';
import { inOneFile } from '../networks/tiny-request';
import { demoExpectations } from './demo-expectations';
import { onePlaceRules } from '../one-place-rules';

const packages = connect<PackageApi>(
  new Worker(new URL('../../workers/package.worker.ts', import.meta.url), { type: 'module' }),
);
const decoding = connect<DecodeApi>(
  new Worker(new URL('../../workers/decode.worker.ts', import.meta.url), { type: 'module' }),
);
const networks = connect<InferenceApi>(
  new Worker(new URL('../../workers/inference.worker.ts', import.meta.url), { type: 'module' }),
);
afterAll(() => {
  for (const connection of [packages, decoding, networks]) connection.dispose();
});

it('the product takes the package and concludes as drawn, with the decoder and the workers of the browser', async () => {
  const manifest = (await (await load('manifest.json')).json()) as DemoManifest;
  const candidates = await Promise.all(
    manifest.package.map(async ({ path, url }) => ({ path: `demo/${path}`, file: await (await load(url)).blob() })),
  );
  const checked = take(
    await packages.check(candidates, { isDemo: true, threads: 1, backend: 'wasm' }, () => undefined),
  );
  if (checked.kind !== 'package') throw new Error('expected a package');
  const { modelPackage } = checked;
  expect(modelPackage.version).toBe(manifest.version);
  expect(modelPackage.classifier?.output).toBe('logits');
  expect(modelPackage.detector).toMatchObject({
    inputSize: 'dynamic',
    classSource: 'names',
    categories: ['1', '2', '3'],
  });

  take(
    await networks.open({
      type: modelPackage.type,
      mode: 'species',
      speciesPer: 'image',
      targets: [],
      detector: { network: inOneFile(fileOf(checked, 'detector')), description: modelPackage.detector! },
      classifier: { network: inOneFile(fileOf(checked, 'classifier')), description: modelPackage.classifier! },
      backend: 'wasm',
      failedBackends: [],
      threads: 1,
    }),
  );
  const tables = {
    labels: parseLabels(await fileOf(checked, 'labels').text()),
    taxonomy: parseTaxonomy(await fileOf(checked, 'taxonomy').text()),
    geofence: parseGeofence(JSON.parse(await fileOf(checked, 'geofence').text())),
    isGeofenceOn: true,
    isRollupOn: true,
    mode: 'species',
    packageType: modelPackage.type,
  } as const;
  const concludeAnywhere = createConclusions(
    onePlaceRules({ ...tables, place: { country: null, admin1Region: null } }),
  );
  const concludeInKenya = createConclusions(
    onePlaceRules({ ...tables, place: { country: 'KEN', admin1Region: null } }),
  );

  const answers = [];
  for (const { path, url } of manifest.photos) {
    const file = await (await load(url)).blob();
    const prepared = take(await decoding.prepare({ file, detectorInput: 'dynamic', previewSide: 320 }));
    if (prepared.kind === 'unreadable') throw new Error(`${path}: ${prepared.image.problem.detail}`);
    expect(prepared.image.capturedAt, path).toMatch(/^2026-05-0[23]T\d\d:\d\d:\d\d$/);
    const { inference } = take(await networks.infer({ filepath: path, image: prepared.image, known: null }));
    const [anywhere, kenya] = [concludeAnywhere(inference).prediction!, concludeInKenya(inference).prediction!];
    answers.push({ path, rule: anywhere.rule, anywhere: wordsOf(anywhere), kenya: wordsOf(kenya) });
  }
  expect(answers).toEqual(demoExpectations.map(({ path, rule, anywhere, kenya }) => ({ path, rule, anywhere, kenya })));
});

function load(url: string): Promise<Response> {
  return fetch(`/demo/${url}`);
}

function take<Value>(result: RpcResult<Value>): Value {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

function fileOf(checked: CheckedPackage, role: PackageFileRole): Blob {
  return checked.files.find((file) => file.role === role)!.file;
}

function wordsOf({ label, source }: { readonly label: string; readonly source: string }): string {
  return `${label.split(';').at(-1)!} | ${source}`;
}
