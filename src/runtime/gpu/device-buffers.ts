/** Sizes of the runtime's own buffers are multiples of this. */
const ALIGNMENT = 16;

/** Bytes that a buffer may keep although less is asked for: 33 megapixels, as large as photos of cameras are. */
const MOST_KEPT = 128 * 2 ** 20;

/** Buffers of one device that are used again for each image, and grow when they must. */
export interface DeviceBuffers {
  /** The buffer of this name with at least so many bytes. What an earlier one of another size held is lost. */
  get(name: string, bytes: number): GPUBuffer;
  /** The buffer of this name as it is. Throws when there is none. */
  last(name: string): GPUBuffer;
  /** The buffer of this name with these numbers in it. */
  filled(name: string, data: ArrayBufferView): GPUBuffer;
  destroy(): void;
}

/** `usage`: that of every buffer. */
export function createDeviceBuffers(device: GPUDevice, usage: GPUBufferUsageFlags): DeviceBuffers {
  const buffers = new Map<string, GPUBuffer>();
  const get = (name: string, bytes: number): GPUBuffer => {
    const known = buffers.get(name);
    if (known !== undefined && known.size >= bytes && known.size <= Math.max(MOST_KEPT, 2 * bytes)) return known;
    known?.destroy();
    buffers.delete(name);
    const made = device.createBuffer({ size: Math.ceil(bytes / ALIGNMENT) * ALIGNMENT, usage });
    buffers.set(name, made);
    return made;
  };
  return {
    get,
    last(name) {
      const known = buffers.get(name);
      if (known === undefined) throw new Error(`device: expected a buffer of ${name}, there is none`);
      return known;
    },
    filled(name, data) {
      const buffer = get(name, data.byteLength);
      device.queue.writeBuffer(buffer, 0, data.buffer, data.byteOffset, data.byteLength);
      return buffer;
    },
    destroy() {
      for (const buffer of buffers.values()) buffer.destroy();
      buffers.clear();
    },
  };
}
