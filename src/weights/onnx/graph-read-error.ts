/** An ONNX file whose graph can't be rewritten here: the message says what it holds. */
export class GraphReadError extends Error {
  override readonly name = 'GraphReadError';
}
