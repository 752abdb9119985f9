import type { RpcResult } from '../../src/rpc/rpc-result';

/** The Api of the worker that the tests of connect and serve talk to. */
export interface RpcTestApi {
  double(value: number): Promise<RpcResult<number>>;
  fail(code: string): Promise<RpcResult<number>>;
  failPlainly(): Promise<RpcResult<number>>;
  count(to: number, onProgress: (progress: { readonly done: number }) => void): Promise<RpcResult<number>>;
  reverse(bytes: Uint8Array<ArrayBuffer>): Promise<RpcResult<{ readonly bytes: Uint8Array<ArrayBuffer> }>>;
  keptBytes(): Promise<RpcResult<number>>;
  unclonable(): Promise<RpcResult<number>>;
  never(): Promise<RpcResult<number>>;
  throwLater(): Promise<RpcResult<number>>;
  closeNow(): Promise<RpcResult<number>>;
}
