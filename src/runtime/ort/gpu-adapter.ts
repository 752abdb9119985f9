/** The little that we ask of WebGPU itself; TypeScript's worker library does not know it yet. */
interface Gpu {
  requestAdapter(): Promise<GpuAdapter | null>;
}

interface GpuAdapter {
  readonly features: { has(name: string): boolean };
  readonly info?: {
    readonly vendor: string;
    readonly architecture: string;
    readonly description: string;
    readonly isFallbackAdapter?: boolean;
  };
  /** Where older browsers say it. */
  readonly isFallbackAdapter?: boolean;
}

/** The graphics adapter that the browser offers. */
export interface AdapterFacts {
  /** For people, for example "nvidia ampere". */
  readonly name: string;
  /** A software imitation of a graphics processor. */
  readonly isSoftware: boolean;
  readonly hasFloat16: boolean;
}

/** Null when there is no WebGPU, or none that works. */
export async function findAdapter(): Promise<AdapterFacts | null> {
  const gpu = (navigator as { gpu?: Gpu }).gpu;
  // A browser may throw here when its graphics process is gone: that is "no adapter" too.
  const adapter = await gpu?.requestAdapter().catch(() => null);
  if (adapter === null || adapter === undefined) return null;
  const { info } = adapter;
  const words = [info?.vendor, info?.architecture, info?.description].filter(
    (word) => word !== undefined && word !== '',
  );
  return {
    name: words.length > 0 ? words.join(' ') : 'unnamed adapter',
    isSoftware: info?.isFallbackAdapter ?? adapter.isFallbackAdapter ?? false,
    hasFloat16: adapter.features.has('shader-f16'),
  };
}
