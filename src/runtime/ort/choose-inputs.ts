import { env } from 'onnxruntime-web/webgpu';
import type { InputsReport, OpenRequest } from '../../rpc/inference-api';
import { createDeviceInputs, type DeviceInputs } from '../gpu/device-inputs';
import { TOLERATED_SHARE, tryDeviceInputs } from '../gpu/try-device-inputs';

/** Where the inputs are made. `inputs` is null when the processor makes them, `report` when nothing else was thinkable. */
export interface ChosenInputs {
  readonly inputs: DeviceInputs | null;
  readonly report: InputsReport | null;
}

/**
 * Makes the inputs on the device of networks that were opened there, when it makes the same ones and, where that `isTimed`, not
 * later than the processor. What goes wrong with that is no reason against the networks.
 */
export async function chooseInputs(
  { detector, classifier }: Pick<OpenRequest, 'detector' | 'classifier'>,
  { isTimed }: { readonly isTimed: boolean },
): Promise<ChosenInputs> {
  const types = [detector?.description.inputType, classifier?.description.inputType];
  if (types.includes('float16')) return { inputs: null, report: null };
  let inputs: DeviceInputs | null = null;
  try {
    const device = await env.webgpu.device;
    inputs = await createDeviceInputs(device);
    const formats = {
      detector: detector?.description.inputSize ?? null,
      classifier: classifier && { side: classifier.description.inputSize, layout: classifier.description.layout },
    };
    const trial = await tryDeviceInputs(device, inputs, formats, { isTimed });
    const { difference, milliseconds } = trial;
    const onDevice =
      difference <= TOLERATED_SHARE && (milliseconds === null || milliseconds.device <= milliseconds.processor);
    if (!onDevice) inputs.close();
    return { inputs: onDevice ? inputs : null, report: { onDevice, ...trial } };
  } catch {
    inputs?.close();
    return { inputs: null, report: { onDevice: false, difference: Infinity, milliseconds: null } };
  }
}
