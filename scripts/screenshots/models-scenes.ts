import type { ModelPackage, PackageFile, PackageFileRole } from '../../src/domain/model-package';
import type { ModelDownload, PackageJob } from '../../src/app/state/app-state';
import type { SceneTools } from './first-visit-scenes';
import { goTo, stage } from './steps';

/**
 * Models with the official files, which are too large for this script: their names, sizes and published checksum, with
 * invented hashes, test results and progress.
 */
export async function takeModels({ page, album }: SceneTools): Promise<void> {
  const before = await page.evaluate(() => [...window.understory!.store.getState().packages]);
  await goTo(page, '/models');
  await page.getByText('Get models').waitFor();
  await stage(page, { packages: [completePackage()] });
  await album.take('models-official', { isMain: true });
  await page.getByText('Official file', { exact: true }).click();
  await page.getByText(/with checksums$/).click();
  await album.take('models-official-details');
  await stage(page, { packages: [incompletePackage()] });
  await album.take('models-detector-missing');
  await stage(page, { packages: [], packageJobs: jobs });
  await album.take('models-adding');
  await stage(page, { packages: [], packageJobs: [], downloads });
  await page.getByText('MegaDetector v5a.0.1', { exact: true }).click();
  await album.take('models-downloading');
  await page
    .getByRole('button', { name: /^Download from/ })
    .first()
    .scrollIntoViewIfNeeded();
  await stage(page, { downloads: [] });
  await page
    .getByRole('button', { name: /^Download from/ })
    .first()
    .click();
  await album.take('models-consent');
  await page.keyboard.press('Escape');
  await stage(page, { packages: before });
}

const SPECIESNET = 'always_crop_99710272_22x8_v12_epoch_00148';

function file(role: PackageFileRole, name: string, size: number, md5: string | null = null): PackageFile {
  const seed = Array.from(name).reduce((sum, letter) => sum + letter.codePointAt(0)!, 0);
  const sha256 = Array.from({ length: 64 }, (_, n) => ((seed * (n + 3)) % 16).toString(16)).join('');
  return { role, name, size, sha256, md5 };
}

const classifierFiles: readonly PackageFile[] = [
  file('info', 'info.json', 412),
  file('classifier', `${SPECIESNET}.onnx`, 338_112),
  file('classifier-weights', `${SPECIESNET}.pt`, 224_320_557, '0'.repeat(32)),
  file('labels', `${SPECIESNET}.labels.20251208.txt`, 255_684),
  file('taxonomy', 'taxonomy_release.20251208.txt', 353_870),
  file('geofence', 'geofence_release.20251208.json', 14_237_713),
];

const detectorFiles: readonly PackageFile[] = [
  file('detector', 'md_v5a.0.1.onnx', 701_544),
  file('detector-weights', 'md_v5a.0.1.pt', 280_791_333, '60f8e7ec1308554df258ed1f4040bc4f'),
];

function completePackage(): ModelPackage {
  const now = Date.now();
  return {
    id: 'complete',
    name: '4.0.2a',
    version: '4.0.2a',
    type: 'always_crop',
    isDemo: false,
    addedAt: now,
    files: [...detectorFiles, ...classifierFiles],
    missingDetector: null,
    importer: '1',
    selfTests: [
      { backend: 'wasm', verdict: 'passed', detail: '', difference: null, milliseconds: 2140, testedAt: now },
      {
        backend: 'webgpu',
        verdict: 'failed',
        detail: '',
        finding: { code: 'differs', difference: 0.035, tolerance: 0.001 },
        difference: 0.035,
        milliseconds: 212,
        testedAt: now,
      },
    ],
    detector: {
      layout: 'yolov5-heads',
      levels: [],
      inputName: 'images',
      inputType: 'float32',
      outputType: 'float32',
      inputSize: 'dynamic',
      categories: ['1', '2', '3'],
      classSource: 'names',
    },
    classifier: {
      inputName: 'input',
      inputType: 'float32',
      outputName: 'logits',
      outputType: 'float32',
      layout: 'nhwc',
      inputSize: 480,
      output: 'logits',
      classCount: 2498,
      embedding: { outputName: 'embedding', size: 1280 },
    },
    counts: { labels: 2498, taxa: 3537, geofencedTaxa: 2410 },
    notes: [],
  };
}

function incompletePackage(): ModelPackage {
  const complete = completePackage();
  return {
    ...complete,
    id: 'incomplete',
    detector: null,
    missingDetector: 'md_v5a.0.1.pt',
    files: classifierFiles,
    selfTests: complete.selfTests.slice(0, 1),
  };
}

const jobs: readonly PackageJob[] = [
  {
    id: 'job',
    name: 'speciesnet-pytorch-v4.0.2a-v1.tar.gz',
    step: 'checking',
    progress: { step: 'converting', name: `${SPECIESNET}.pt`, done: 96_000_000, total: 224_320_557 },
  },
  {
    id: 'refused',
    name: 'md_v1000.0.0-cedar.pt',
    step: 'refused',
    condition: {
      code: 'checkpoint-unsupported',
      details: {
        name: 'md_v1000.0.0-cedar.pt',
        where: 'model.2',
        report:
          'importer: 1\nfile: md_v1000.0.0-cedar.pt\nclasses: models.common.RepNCSPELAN4 4, models.common.Conv 120',
      },
      technical: 'model.2: models.common.RepNCSPELAN4 is not supported by this importer',
    },
  },
];

const downloads: readonly ModelDownload[] = [
  { entryId: 'megadetector-v5a.0.1', step: 'downloading', done: 96_000_000, total: 281_000_000 },
  { entryId: 'speciesnet-4.0.2a', step: 'paused', done: 20_400_000, total: null },
];
