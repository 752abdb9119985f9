/**
 * A network could not be run: the device was lost, memory ran out, the answer is not made of numbers. It says nothing about the
 * image: whoever holds the networks may repeat the image on another backend.
 */
export class NetworkError extends Error {
  constructor(
    readonly network: 'detector' | 'classifier',
    message: string,
    options?: { cause: unknown },
  ) {
    super(`${network}: ${message}`, options);
    this.name = 'NetworkError';
  }
}
