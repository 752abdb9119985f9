import {
  CONCATENATION,
  FLATTENING,
  FLATTENING_TO_MATRIX,
  RESHAPING,
  SHAPE_READING,
  SQUEEZING,
  SQUEEZING_KNOWN_AXES,
  TRANSPOSITION,
} from './arrangement';
import { CONSTANT, CONVERSION } from './constant';
import { CONVOLUTION, CONVOLUTION_CLASS } from './convolution';
import { ARITHMETIC, COPY, FLAT_SOFTMAX, IDENTITY, NORMALIZATION, RELU, SIGMOID, SILU, SOFTMAX } from './elementwise';
import type { LayerKind } from './layer-kind';
import { GENERAL_PRODUCT, LINEAR, MATRIX_PRODUCT } from './linear';
import { PADDING, PADDING_CLASS } from './padding';
import { AVERAGE, AVERAGE_KNOWN_SHAPE, REDUCTION } from './reduction';
import { SEQUENCE } from './sequence';

const ONNX2TORCH = 'onnx2torch.node_converters';

/** Full name of the class that turns NHWC into NCHW. */
export const TRANSPOSITION_CLASS = `${ONNX2TORCH}.transpose.OnnxTranspose`;
/** Full name of the class whose children follow each other. */
export const SEQUENCE_CLASS = 'torch.nn.modules.container.Sequential';

/**
 * The classes of layers that are understood, by full name: those of torch.nn, and those that onnx2torch 1.5 makes of
 * ONNX operators for which torch.nn has none.
 */
export const LAYER_KINDS: ReadonlyMap<string, LayerKind> = new Map([
  [CONVOLUTION_CLASS, CONVOLUTION],
  [SEQUENCE_CLASS, SEQUENCE],
  ['torch.nn.modules.batchnorm.BatchNorm2d', NORMALIZATION],
  ['torch.nn.modules.linear.Linear', LINEAR],
  ['torch.nn.modules.linear.Identity', IDENTITY],
  ['torch.nn.modules.dropout.Dropout', IDENTITY],
  ['torch.nn.modules.flatten.Flatten', FLATTENING],
  ['torch.nn.modules.activation.Sigmoid', SIGMOID],
  ['torch.nn.modules.activation.ReLU', RELU],
  ['torch.nn.modules.activation.SiLU', SILU],
  ['torch.nn.modules.activation.Softmax', SOFTMAX],
  [PADDING_CLASS, PADDING],
  [TRANSPOSITION_CLASS, TRANSPOSITION],
  [`${ONNX2TORCH}.activations.OnnxSoftmaxV1V11`, FLAT_SOFTMAX],
  [`${ONNX2TORCH}.binary_math_operations.OnnxBinaryMathOperation`, ARITHMETIC],
  [`${ONNX2TORCH}.cast.OnnxCast`, CONVERSION],
  [`${ONNX2TORCH}.concat.OnnxConcat`, CONCATENATION],
  [`${ONNX2TORCH}.constant.OnnxConstant`, CONSTANT],
  [`${ONNX2TORCH}.flatten.OnnxFlatten`, FLATTENING_TO_MATRIX],
  [`${ONNX2TORCH}.gemm.OnnxGemm`, GENERAL_PRODUCT],
  [`${ONNX2TORCH}.global_average_pool.OnnxGlobalAveragePool`, AVERAGE],
  [`${ONNX2TORCH}.global_average_pool.OnnxGlobalAveragePoolWithKnownInputShape`, AVERAGE_KNOWN_SHAPE],
  [`${ONNX2TORCH}.identity.OnnxCopyIdentity`, COPY],
  [`${ONNX2TORCH}.matmul.OnnxMatMul`, MATRIX_PRODUCT],
  [`${ONNX2TORCH}.reduce.OnnxReduceStaticAxes`, REDUCTION],
  [`${ONNX2TORCH}.reshape.OnnxReshape`, RESHAPING],
  [`${ONNX2TORCH}.shape.OnnxShape`, SHAPE_READING],
  [`${ONNX2TORCH}.squeeze.OnnxSqueezeDynamicAxes`, SQUEEZING],
  [`${ONNX2TORCH}.squeeze.OnnxSqueezeStaticAxes`, SQUEEZING_KNOWN_AXES],
]);
