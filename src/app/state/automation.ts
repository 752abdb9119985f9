import type { StageSeconds } from '../../pipeline/run-progress';
import type { App } from './app-store';
import type { BackendReport } from '../../rpc/inference-api';

/** Seconds of each stage of one run; stages overlap, so they don't add up to `total`. */
export interface ReportSeconds extends StageSeconds {
  /** Loading, compiling and trying the models, before `total` begins. */
  readonly packageLoad: number;
}

/** What the last run of this page did, for reports and benchmarks. */
export interface RunReport {
  readonly version: string;
  readonly backend: BackendReport | null;
  /** Images with facts, all runs together. */
  readonly images: number;
  readonly failures: number;
  /** Images that already had facts when the run began. */
  readonly resumed: number;
  readonly seconds: ReportSeconds;
}

/**
 * The hook for scripts that drive the built app without hands (`npm run analyze`, e2e): the same actions that the
 * screens call, nothing that a person could not do. Found as `window.understory`.
 */
export interface Automation extends App {
  runReport(): RunReport | null;
  /** Settles when the package job that begins next is stored or refused. Call before dropping the files. */
  nextPackage(): Promise<{ readonly id: string } | { readonly code: string; readonly message: string }>;
  /** Adds the demonstration package, if it is not there, and returns its id. */
  installDemoPackage(): Promise<string>;
}

declare global {
  interface Window {
    understory?: Automation;
  }
}
