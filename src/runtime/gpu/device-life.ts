/** Waits for what a device does. */
export interface DeviceLife {
  /** As the work settles; rejects when the device is lost before: a browser may leave the work of a lost one undone for ever. */
  untilLost<Value>(work: Promise<Value>): Promise<Value>;
}

/** One work at a time. One subscription for the device's life: one for each work would keep every answer in memory. */
export function watchDeviceLife(device: Pick<GPUDevice, 'lost'>): DeviceLife {
  let loss: Error | null = null;
  let onLoss: ((loss: Error) => void) | null = null;
  void device.lost.then(({ reason, message }) => {
    loss = new Error(`the graphics device was lost (${reason}): ${message}`);
    onLoss?.(loss);
  });
  return {
    async untilLost(work) {
      if (loss !== null) throw loss;
      const lost = new Promise<never>((_, reject) => (onLoss = reject));
      try {
        return await Promise.race([work, lost]);
      } finally {
        onLoss = null;
      }
    },
  };
}
