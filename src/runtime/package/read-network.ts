import type { TensorType } from '../../domain/model-package';
import { OnnxError, readOnnxModel, type OnnxModel, type OnnxValue } from '../../weights/onnx-model';
import { createBlobSource } from '../blob-source';
import { PackageError } from './package-error';

/** Reads what an .onnx file says about itself. @throws PackageError when it is something else, or not whole. */
export async function readNetwork(file: Blob, name: string): Promise<OnnxModel> {
  return readOnnxModel(createBlobSource(file)).catch((error: unknown) => {
    if (!(error instanceof OnnxError)) throw error;
    throw new PackageError('not-onnx', `"${name}": ${error.message}`, { name }, { cause: error });
  });
}

/** The type when it is one that we can feed and read, else null. */
export function tensorTypeOf({ elementType }: OnnxValue): TensorType | null {
  return elementType === 'float32' || elementType === 'float16' ? elementType : null;
}

/** For messages: `[1, 3, height, width]`. */
export function describeDims(dims: OnnxValue['dims']): string {
  return dims === null ? '[shape unknown]' : `[${dims.map((dim) => dim ?? '?').join(', ')}]`;
}
