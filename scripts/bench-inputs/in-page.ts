import { createDeviceInputs } from '../../src/runtime/gpu/device-inputs';
import { tryDeviceInputs, type InputTrial } from '../../src/runtime/gpu/try-device-inputs';

/** MegaDetector's and SpeciesNet's inputs. */
const FORMATS = { detector: 'dynamic', classifier: { side: 480, layout: 'nhwc' } } as const;

/** What the page found: its adapter's own words, and what came of each round. */
export interface InputRounds {
  readonly adapter: string;
  readonly trials: readonly InputTrial[];
}

/** Null when the browser offers no adapter. */
export async function measureInputs(rounds: number): Promise<InputRounds | null> {
  const adapter = await navigator.gpu.requestAdapter();
  if (adapter === null) return null;
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
  const device = await adapter.requestDevice({ requiredLimits: { maxBufferSize, maxStorageBufferBindingSize } });
  const inputs = await createDeviceInputs(device);
  const trials: InputTrial[] = [];
  for (let round = 0; round < rounds; round++) {
    trials.push(await tryDeviceInputs(device, inputs, FORMATS, { isTimed: true }));
  }
  inputs.close();
  device.destroy();
  const { vendor, architecture, description } = adapter.info;
  return { adapter: [vendor, architecture, description].filter((word) => word !== '').join(' '), trials };
}
