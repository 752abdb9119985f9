import { env } from 'onnxruntime-web/webgpu';
import type { BackendReport, InputsReport, OpenRequest } from '../../rpc/inference-api';
import { createDeviceInputs, type DeviceInputs } from '../gpu/device-inputs';
import { TOLERATED_SHARE, tryDeviceInputs } from '../gpu/try-device-inputs';
import { describeError } from './describe-error';

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
    const { difference, milliseconds } = await tryDeviceInputs(device, inputs, formats, { isTimed });
    const isRight = difference <= TOLERATED_SHARE;
    const onDevice = isRight && (milliseconds === null || milliseconds.device <= milliseconds.processor);
    if (!onDevice) inputs.close();
    const inTrial = inputs.made();
    const { made } = inputs;
    return {
      inputs: onDevice ? { ...inputs, made: () => made() - inTrial } : null,
      report: { onDevice, difference: Number.isFinite(difference) ? difference : null, milliseconds, made: 0 },
    };
  } catch (error) {
    inputs?.close();
    const detail = describeError(error);
    return { inputs: null, report: { onDevice: false, difference: null, milliseconds: null, made: 0, detail } };
  }
}

/** The report as it stands by now. */
export function inputsNow(report: BackendReport, inputs: DeviceInputs | null): BackendReport {
  if (inputs === null || report.inputs === undefined) return report;
  return { ...report, inputs: { ...report.inputs, onDevice: inputs.isWorking(), made: inputs.made() } };
}
