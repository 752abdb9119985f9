import { expect, it } from 'vitest';
import { decodingFor, memoryOf } from './decoding-for';

it('networks on the processor leave little to the decoders', () => {
  expect(decodingFor('wasm', { cores: 2, memoryGb: 8 })).toEqual({ workers: 1, ahead: 2 });
  expect(decodingFor('wasm', { cores: 16, memoryGb: 8 })).toEqual({ workers: 2, ahead: 2 });
});

it('networks on the graphics processor leave them all but two cores, where there is memory', () => {
  expect(decodingFor('webgpu', { cores: 2, memoryGb: 8 })).toEqual({ workers: 1, ahead: 2 });
  expect(decodingFor('webgpu', { cores: 4, memoryGb: 8 })).toEqual({ workers: 2, ahead: 3 });
  expect(decodingFor('webgpu', { cores: 16, memoryGb: 8 })).toEqual({ workers: 4, ahead: 5 });
  expect(decodingFor('webgpu', { cores: 16, memoryGb: 4 })).toEqual({ workers: 2, ahead: 2 });
  expect([memoryOf({ deviceMemory: 2 }), memoryOf({})]).toEqual([2, 8]);
});
