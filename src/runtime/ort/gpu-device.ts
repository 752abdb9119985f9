import { env } from 'onnxruntime-web/webgpu';

interface LosableDevice {
  readonly lost: Promise<{ readonly reason: string; readonly message: string }>;
}

/** The graphics device went away (driver restart, unplugged, out of memory). WASM sessions of this worker still work. */
export class DeviceLostError extends Error {
  override readonly name = 'DeviceLostError';
}

/** The device went away and the run on it never ended: this worker's runtime can't be used any more, a new worker can. */
export class RuntimeStuckError extends Error {
  override readonly name = 'RuntimeStuckError';
  readonly code = 'device-lost';
}

/** A run on a device that was lost ends within milliseconds (18 ms measured); beyond this it never will. */
const GRACE_MS = 5000;

let watched: LosableDevice | null = null;
let loss: DeviceLostError | null = null;
let openSessions = 0;
let onLoss: ((error: DeviceLostError) => void) | null = null;

/**
 * Does one run on the graphics device, but not beyond the device's life: the next run on a lost device blocks its
 * thread for ever (onnxruntime-web 1.30.0; delete when a release says otherwise). One run at a time.
 * @throws DeviceLostError, RuntimeStuckError, or what the run throws.
 */
export async function runOnDevice<Result>(run: () => Promise<Result>): Promise<Result> {
  await watchDevice();
  if (loss !== null) throw loss;
  const lost = new Promise<never>((_, reject) => (onLoss = reject));
  const running = run();
  try {
    return await Promise.race([running, lost]);
  } catch (error) {
    if (error instanceof DeviceLostError && !(await settlesWithin(running, GRACE_MS))) {
      throw new RuntimeStuckError(error.message);
    }
    throw error;
  } finally {
    onLoss = null;
  }
}

/** Tells this file how many sessions use the device: count before a session is created and before it is released. */
export function countDeviceSession(step: 1 | -1): void {
  openSessions += step;
}

/** True when the device that this worker used is gone: then WebGPU must not be touched again in it. */
export function isDeviceLost(): boolean {
  return loss !== null;
}

/** One subscription for the device's life: one for each run would keep every answer in memory. */
async function watchDevice(): Promise<void> {
  const device = (await env.webgpu.device) as LosableDevice;
  if (device === watched) return;
  watched = device;
  loss = null;
  void device.lost.then(({ reason, message }) => {
    // The runtime itself destroys the device with its last session, and makes another for the next one.
    if (device !== watched || openSessions === 0) return;
    loss = new DeviceLostError(`the graphics device was lost (${reason}): ${message}`);
    onLoss?.(loss);
  });
}

async function settlesWithin(running: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const settled = running.then(
    () => true,
    () => true,
  );
  const tooLate = new Promise<false>((resolve) => setTimeout(() => resolve(false), milliseconds));
  return Promise.race([settled, tooLate]);
}
