import type { ClassifierDescription, RowsDetectorDescription } from '../../src/domain/model-package';
import type { BackendWish, InferRequest, NetworkFiles, OpenRequest } from '../../src/rpc/inference-api';
import { createTestPicture } from '../../src/runtime/ort/test-picture';
import { buildTinyClassifier, buildTinyDetector } from './tiny-networks';

const CLASSES = 10;

export const tinyDetector: RowsDetectorDescription = {
  layout: 'yolov5',
  inputName: 'images',
  inputType: 'float32',
  outputName: 'rows',
  outputType: 'float32',
  inputSize: 'dynamic',
  categories: ['1', '2', '3'],
  classSource: 'megadetector-order',
};

export const tinyClassifier: ClassifierDescription = {
  inputName: 'input',
  inputType: 'float32',
  outputName: 'logits',
  outputType: 'float32',
  layout: 'nhwc',
  inputSize: 480,
  output: 'logits',
  classCount: CLASSES,
  embedding: null,
};

/** Asks for both tiny networks on the whole image, so that a box on the edge of a pixel changes nothing. */
export function createTinyRequest(backend: BackendWish): OpenRequest {
  return {
    type: 'full_image',
    mode: 'species',
    speciesPer: 'image',
    targets: [],
    detector: { network: inOneFile(buildTinyDetector()), description: tinyDetector },
    classifier: { network: inOneFile(buildTinyClassifier(CLASSES)), description: tinyClassifier },
    backend,
    failedBackends: [],
    threads: 2,
  };
}

/** A network whose weights lie in its .onnx file. */
export function inOneFile(model: Uint8Array<ArrayBuffer> | Blob): NetworkFiles {
  return { model: model instanceof Blob ? model : new Blob([model]), weights: null };
}

/** A made-up picture of 640 x 384, as the decoding worker hands it over. */
export function createTinyImage(filepath: string): InferRequest {
  const size = { width: 640, height: 384 };
  const pixels = Uint8Array.from(createTestPicture(3, size, 'nhwc'), (value) => Math.round(value * 255));
  return {
    filepath,
    image: {
      ...size,
      channels: 3,
      pixels,
      capturedAt: null,
      location: null,
      sha256: null,
      detectorInput: { ...size, tensor: createTestPicture(3, size, 'nchw') },
      preview: new Blob([]),
      decodeMs: 0,
      preprocessMs: 0,
    },
    known: null,
  };
}

/** The same picture in RGBA as it comes from decoding, its letterbox still to be made. */
export function createUnletterboxedImage(filepath: string): InferRequest {
  const { image, ...request } = createTinyImage(filepath);
  const pixels = new Uint8Array(4 * image.width * image.height).fill(255);
  for (let pixel = 0; pixel < image.width * image.height; pixel++) {
    pixels.set(image.pixels.subarray(3 * pixel, 3 * pixel + 3), 4 * pixel);
  }
  return { ...request, image: { ...image, channels: 4, pixels, detectorInput: null, letterboxFor: 'dynamic' } };
}
