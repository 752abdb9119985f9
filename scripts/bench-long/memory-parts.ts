import type { CDPSession, Page } from 'playwright';

/** What the page's process holds, in MB, by the browser's own account. Much of it may be given back when memory runs short. */
export interface MemoryParts {
  /** Pictures that were decoded for the screen. */
  readonly decoded: number;
  /** Contents of arrays and buffers: pixels on their way to the networks, packed facts. */
  readonly arrays: number;
  /** Blink's own buffers: encoded pictures, texts. */
  readonly buffers: number;
  /** The rest that was allocated piece by piece; while V8 optimises the runtime's code, what that takes. */
  readonly native: number;
}

const NAMES: Readonly<Record<keyof MemoryParts, string>> = {
  decoded: 'discardable',
  arrays: 'partition_alloc/partitions/array_buffer',
  buffers: 'partition_alloc/partitions/buffer',
  native: 'malloc/partitions/allocator',
};

/** Chromium gives no account while it is at another one, or when a process of it is too busy to answer. */
const TRIES = 3;

/** Null when the browser does not give it. */
export async function readMemoryParts(page: Page): Promise<MemoryParts | null> {
  const browser = page.context().browser();
  const session = browser === null ? await page.context().newCDPSession(page) : await browser.newBrowserCDPSession();
  try {
    for (let tried = 0; tried < TRIES; tried++) {
      const sizes = await readSizes(session);
      if (sizes !== null) return partsOf(sizes);
    }
    return null;
  } finally {
    await session.detach();
  }
}

const partsOf = (sizes: Sizes): MemoryParts => {
  const megabytes = (part: keyof MemoryParts) => Math.round((sizes.get(NAMES[part]) ?? 0) / 1e6);
  return {
    decoded: megabytes('decoded'),
    arrays: megabytes('arrays'),
    buffers: megabytes('buffers'),
    native: megabytes('native'),
  };
};

/** Bytes by the browser's names. */
type Sizes = ReadonlyMap<string, number>;

/** What a trace says of one process. */
interface DumpEvent {
  readonly pid: number;
  readonly args: {
    readonly dumps?: {
      readonly allocators?: Readonly<
        Record<string, { readonly attrs?: { readonly size?: { readonly value: string } } }>
      >;
    };
  };
}

/** Of the page's process, which holds the most. */
async function readSizes(session: CDPSession): Promise<Sizes | null> {
  const byProcess = new Map<number, Map<string, number>>();
  const collect = ({ value }: { readonly value: readonly object[] }) => {
    for (const { pid, args } of value as readonly DumpEvent[]) {
      const sizes = byProcess.get(pid) ?? new Map<string, number>();
      byProcess.set(pid, sizes);
      for (const [name, { attrs }] of Object.entries(args.dumps?.allocators ?? {})) {
        if (attrs?.size !== undefined) sizes.set(name, parseInt(attrs.size.value, 16));
      }
    }
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['disabled-by-default-memory-infra'],
      excludedCategories: ['*'],
      memoryDumpConfig: {},
    },
  });
  const { success } = await session.send('Tracing.requestMemoryDump', { levelOfDetail: 'detailed' });
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  if (!success) return null;
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const pages = processInfo.flatMap(({ id, type }) => (type === 'renderer' ? [byProcess.get(id)] : []));
  const nativeOf = (sizes: Sizes | undefined) => sizes?.get(NAMES.native) ?? 0;
  return pages.toSorted((one, other) => nativeOf(other) - nativeOf(one))[0] ?? null;
}
