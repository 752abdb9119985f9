import { collectBytes } from '../../src/weights/onnx/join-bytes';
import type { OnnxGraph } from '../../src/weights/onnx/onnx-graph';
import { writeOnnx } from '../../src/weights/onnx/write-onnx';
import { createClassifierNetwork } from './classifier-network';
import { createGeofence, createTaxonomy, demoLabels } from './demo-taxonomy';
import type { DemoPhoto } from './demo-photos';
import { createDemoPhoto, demoScenes } from './demo-photos';
import { createDetectorNetwork } from './detector-network';
import { createPrototypes } from './prototypes';

/** One file of the demonstration. */
interface ManifestEntry {
  /** Name inside the package, or path inside the photo folder. */
  readonly path: string;
  /** Where it lies, relative to the manifest, ready for `fetch`. */
  readonly url: string;
  /** Bytes. */
  readonly size: number;
}

/** `public/demo/manifest.json`: what "Try the demo" fetches. */
export interface DemoManifest {
  readonly version: string;
  /** The photo folder's name. */
  readonly folder: string;
  readonly package: readonly ManifestEntry[];
  readonly photos: readonly ManifestEntry[];
}

const VERSION = 'demo-1';
const NAMES = {
  detector: 'demo-detector.onnx',
  classifier: 'demo-classifier.onnx',
  labels: 'demo-labels.txt',
  taxonomy: 'demo-taxonomy.txt',
  geofence: 'demo-geofence.json',
} as const;

/** The whole demonstration: path below `public/demo` to bytes. Same source, same bytes, on every machine. */
export async function createDemoFiles(
  photos: readonly DemoPhoto[] = demoScenes.map(createDemoPhoto),
): Promise<ReadonlyMap<string, Uint8Array>> {
  const packageFiles = await createPackageFiles();
  const photoFiles = photos.map(({ scene, bytes }) => [scene.path, bytes] as const);
  const manifest: DemoManifest = {
    version: VERSION,
    folder: 'Demo photos',
    package: packageFiles.map(([path, bytes]) => entryOf('package', path, bytes)),
    photos: photoFiles.map(([path, bytes]) => entryOf('photos', path, bytes)),
  };
  return new Map([
    ['manifest.json', text(`${JSON.stringify(manifest, null, 2)}\n`)],
    ...packageFiles.map(([path, bytes]) => [`package/${path}`, bytes] as const),
    ...photoFiles.map(([path, bytes]) => [`photos/${path}`, bytes] as const),
  ]);
}

async function createPackageFiles(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const info = {
    version: VERSION,
    type: 'always_crop',
    classifier: NAMES.classifier,
    classifier_labels: NAMES.labels,
    detector: NAMES.detector,
    taxonomy: NAMES.taxonomy,
    geofence: NAMES.geofence,
  };
  return [
    ['info.json', text(`${JSON.stringify(info, null, 2)}\n`)],
    [NAMES.detector, await write(createDetectorNetwork())],
    [NAMES.classifier, await write(createClassifierNetwork(createPrototypes()))],
    [NAMES.labels, text(`${demoLabels.join('\n')}\n`)],
    [NAMES.taxonomy, text(createTaxonomy())],
    [NAMES.geofence, text(createGeofence())],
  ];
}

function entryOf(folder: string, path: string, bytes: Uint8Array): ManifestEntry {
  return { path, url: `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`, size: bytes.length };
}

function write(network: OnnxGraph): Promise<Uint8Array> {
  return collectBytes(writeOnnx(network, { kind: 'single-file', weights: 'as-stored' }));
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}
