import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { readSharedFile } from '../../../test/networks/shared-files';
import { tinyClassifier, tinyDetector } from '../../../test/networks/tiny-request';
import { buildTinyClassifier, buildTinyDetector } from '../../../test/networks/tiny-networks';
import { countVerdicts } from '../../domain/compared-row';
import type { ModelPackage, PackageFileRole } from '../../domain/model-package';
import { connect } from '../../rpc/connect';
import type { DecodeApi } from '../../rpc/decode-api';
import type { InferenceApi } from '../../rpc/inference-api';
import { openAppStorage } from '../../storage/app-storage';
import type { AppState, GoingRun } from './app-state';
import { INITIAL_STATE } from './initial-state';
import { createReferenceCheck, type CheckView } from './reference-check';

const MEGADETECTOR_MD5 = 'ec1d7603ec8cf642d6e0cd008ba2be8c';
const LABELS = Array.from({ length: 10 }, (_, index) => `u${index};;;;;;class ${index}`).join('\n');

/** Networks that find and name nothing sensible, under the checksum and the version of those whose results are published. */
async function createBench() {
  const storage = openAppStorage(`test-${crypto.randomUUID()}`);
  const parts: readonly (readonly [PackageFileRole, Blob, string | null])[] = [
    ['detector', new Blob([buildTinyDetector()]), MEGADETECTOR_MD5],
    ['classifier', new Blob([buildTinyClassifier(10)]), null],
    ['labels', new Blob([LABELS]), null],
  ];
  const modelPackage: ModelPackage = {
    id: 'package',
    name: 'package',
    version: '4.0.2a',
    type: 'always_crop',
    isDemo: false,
    addedAt: 0,
    files: parts.map(([role, { size }, md5]) => ({ role, name: role, size, sha256: `sha-${role}`, md5 })),
    missingDetector: null,
    importer: null,
    selfTests: [],
    detector: tinyDetector,
    classifier: tinyClassifier,
    counts: { labels: 2498, taxa: 0, geofencedTaxa: 0 },
    notes: [],
  };
  await storage.packages.putPackage(
    modelPackage,
    parts.map(([role, file]) => ({ sha256: `sha-${role}`, file })),
  );
  const store = createStore<AppState>(() => ({
    ...INITIAL_STATE,
    preferences: { ...INITIAL_STATE.preferences, backend: 'wasm', threads: 1 },
  }));
  let started = 0;
  const start = <Api extends object>(worker: Worker) => {
    started += 1;
    return connect<Api>(worker);
  };
  const checker = createReferenceCheck({
    storage,
    store,
    connectDecode: () =>
      start<DecodeApi>(new Worker(new URL('../../../workers/decode.worker.ts', import.meta.url), { type: 'module' })),
    connectInference: () =>
      start<InferenceApi>(
        new Worker(new URL('../../../workers/inference.worker.ts', import.meta.url), { type: 'module' }),
      ),
  });
  await checker.readPublished();
  const viewWhen = (isSo: (view: CheckView) => boolean) =>
    new Promise<CheckView>((resolve) => {
      const look = () => {
        const { check } = checker.store.getState();
        if (check !== null && isSo(check)) resolve(check);
      };
      checker.store.subscribe(look);
      look();
    });
  return {
    modelPackage,
    store,
    checker,
    viewWhen,
    started: () => started,
    lastView: () => checker.store.getState().check,
  };
}

const running = { surveyId: 's', name: 'S', run: { step: 'running' } } as unknown as GoingRun;

async function photo(name: string, as = name): Promise<File | null> {
  const bytes = await readSharedFile(`photos/open/test_data/${name}`);
  return bytes === null ? null : new File([bytes], as);
}

describe('a check with the reference’s photos', () => {
  it('reads the published results from the app’s own address', async () => {
    const { checker } = await createBench();
    expect(checker.store.getState().published?.photos.files).toHaveLength(14);
  });

  it('says what the files are when none is a reference photo, and starts no networks', async () => {
    const { checker, modelPackage, lastView, started } = await createBench();
    const files = [new File(['x'], 'holiday.jpg'), new File(['y'], 'ocelot.jpg')];
    await checker.checkFiles(modelPackage, files);
    expect(lastView()).toMatchObject({ step: 'finished', total: 0, rows: [], altered: ['ocelot.jpg'], others: 1 });
    expect(started()).toBe(0);
  });

  it('is refused while a survey’s run goes on, and is given up when one begins', async () => {
    const { checker, modelPackage, store, lastView, started } = await createBench();
    store.setState({ going: running });
    await checker.checkFiles(modelPackage, []);
    expect(lastView()).toMatchObject({ step: 'refused' });
    store.setState({ going: null });
    const slow = new File(['x'.repeat(647_940)], 'african_elephants.jpg'); // of a right size: it is read
    const checked = checker.checkFiles(modelPackage, [slow, slow]);
    store.setState({ going: running });
    await checked;
    expect(lastView()).toMatchObject({ step: 'cancelled' });
    expect(started()).toBe(0);
  });

  it('runs the package’s networks on renamed photos; networks that see nothing right do not pass', async ({ skip }) => {
    const bear = await photo('american_black_bear.jpg', 'IMG_0001.JPG');
    const blank = await photo('blank.jpg');
    if (bear === null || blank === null) return skip('../shared/photos is absent');
    const { checker, modelPackage, lastView } = await createBench();
    await checker.checkFiles(modelPackage, [blank, bear, bear]);
    const view = lastView()!;
    expect(view).toMatchObject({ step: 'finished', total: 2, done: 2, backend: { used: 'wasm' } });
    expect([...new Set(view.rows.map((row) => row.photo))]).toEqual(['american_black_bear.jpg', 'blank.jpg']);
    expect(new Set(view.rows.map(({ setId }) => setId))).toHaveProperty('size', 3);
    const named = view.rows.filter(({ fact }) => fact.kind === 'class');
    expect(named).toHaveLength(3);
    expect(countVerdicts(named)).toEqual({ within: 0, outside: 3, missing: 0 });
    expect(countVerdicts(view.rows.filter(({ fact }) => fact.kind === 'box')).within).toBe(0);
    checker.dismiss();
    expect(lastView()).toBeNull();
  });

  it('can be cancelled after a photo; its rows stay', async ({ skip }) => {
    const photos = [await photo('blank.jpg'), await photo('blank2.jpg'), await photo('blank3.jpg')];
    const files = photos.filter((file) => file !== null);
    if (files.length < 3) return skip('../shared/photos is absent');
    const { checker, modelPackage, viewWhen, lastView } = await createBench();
    const checked = checker.checkFiles(modelPackage, files);
    await viewWhen(({ done }) => done === 1);
    checker.cancel();
    await checked;
    expect(lastView()).toMatchObject({ step: 'cancelled', done: 1, total: 3 });
    expect(lastView()!.rows.length).toBeGreaterThan(0);
  });

  it('says so when the package’s files are gone', async ({ skip }) => {
    const blank = await photo('blank.jpg');
    if (blank === null) return skip('../shared/photos is absent');
    const { checker, modelPackage, lastView } = await createBench();
    const damaged = {
      ...modelPackage,
      files: modelPackage.files.map((file) => (file.role === 'detector' ? { ...file, sha256: 'gone' } : file)),
    };
    await checker.checkFiles(damaged, [blank]);
    expect(lastView()).toMatchObject({ step: 'stopped', condition: { code: 'storage-damaged' }, done: 0 });
  });
});
