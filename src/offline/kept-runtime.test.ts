import { expect, it } from 'vitest';
import { withoutOtherRuntime } from './kept-runtime';

const asyncify = ['mjs', 'wasm'].map((kind) => `assets/ort-wasm-simd-threaded.asyncify-CGX8rfbW.${kind}`);
const jspi = ['mjs', 'wasm'].map((kind) => `assets/ort-wasm-simd-threaded.jspi-B1x_2-aQ.${kind}`);
const rest = ['index.html', { url: 'assets/start-1234.js', revision: null }];
const manifest = [...rest, ...asyncify, ...jspi.map((url) => ({ url, revision: null }))];

it('keeps the runtime that the browser loads, and everything else', () => {
  expect(withoutOtherRuntime(manifest, false)).toEqual([...rest, ...asyncify]);
  expect(withoutOtherRuntime(manifest, true)).toEqual([...rest, ...jspi.map((url) => ({ url, revision: null }))]);
});
