import { join } from 'node:path';
import type { FastForm } from '../../src/rpc/inference-api';
import type { ReportSeconds } from '../../src/app/state/automation';
import { addPackage, openFolder, run } from '../analyze/analyze';
import { parseAnalyzeArguments } from '../analyze/arguments';
import { driveApp } from '../drive-app';
import { buildApp, serveApp } from '../serve';
import { peakMemoryMb, residentMemoryMb } from '../peak-memory';

export interface RunOrder {
  readonly folder: string;
  readonly package: string;
  readonly threads: string;
  readonly networks: 'stored' | 'fast';
  readonly workers: number;
  readonly speciesPer: string;
  /** 'published' = ONNX Runtime as it is published. */
  readonly runtime: 'built' | 'published';
  readonly scratch: string;
}

/** One pass over a folder of photos in a fresh browser. */
export interface MeasuredRun {
  readonly images: number;
  /** Of each worker. */
  readonly threads: number;
  readonly workers: number;
  readonly fastForm: FastForm | null;
  readonly seconds: ReportSeconds;
  /** Resident memory of the page with its workers, MB; null where the system doesn't tell. */
  readonly memoryMb: Readonly<Record<'start' | 'middle' | 'end' | 'peak', number | null>>;
}

const SAMPLE_MS = 500;

export async function measureRun(order: RunOrder): Promise<MeasuredRun> {
  const { folder, package: modelPackage, threads, networks, workers, speciesPer, scratch } = order;
  const wanted = parseAnalyzeArguments([
    ...[
      '--folder',
      folder,
      '--package',
      modelPackage,
      '--threads',
      threads,
      '--networks',
      networks,
      '--workers',
      String(workers),
    ],
    ...['--backend', 'wasm', '--species-per', speciesPer, '--out', join(scratch, 'out.json')],
  ]);
  await buildApp();
  const served = await serveApp({ runtime: order.runtime });
  const app = await driveApp({ profile: null, withWebGpu: false, served });
  try {
    await openFolder(app.page, wanted, await addPackage(app.page, wanted.modelPackage));
    const samples: (number | null)[] = [await residentMemoryMb(app.context)];
    const sampling = { isOn: true };
    const sampled = (async () => {
      while (sampling.isOn) {
        await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
        samples.push(await residentMemoryMb(app.context));
      }
    })();
    await run(app.page, () => undefined);
    sampling.isOn = false;
    await sampled;
    const report = await app.page.evaluate(() => window.understory!.runReport());
    if (report === null) throw new Error('expected the report of a run');
    const { images, backend, seconds } = report;
    const memoryMb = {
      start: samples[0]!,
      middle: samples[Math.floor(samples.length / 2)]!,
      end: samples.at(-1)!,
      peak: await peakMemoryMb(app.context),
    };
    return {
      images,
      threads: backend?.threads ?? 0,
      workers: backend?.workers ?? 1,
      fastForm: backend?.fast ?? null,
      seconds,
      memoryMb,
    };
  } finally {
    await app.close();
    await served.close();
  }
}
