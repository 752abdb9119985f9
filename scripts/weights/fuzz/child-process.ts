import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ChildAnswer, ChildTask } from './fuzz-child-messages';

/** Why a process gave no answer. */
export type NoAnswer =
  { readonly kind: 'hang'; readonly seconds: number } | { readonly kind: 'crash'; readonly how: string };

/** A process that tries mutants, one after the other; none after one that it gave no answer to. */
export interface FuzzChild {
  try(task: ChildTask): Promise<ChildAnswer | NoAnswer>;
  stop(): void;
}

const START_MS = 60_000;

/** Starts a process that a hang or a crash ends without harm to this one. */
export async function startFuzzChild(folder: string, deadlineMs: number): Promise<FuzzChild> {
  const child = fork(join(import.meta.dirname, 'fuzz-child.ts'), [folder], {
    execArgv: ['--import', 'tsx', '--max-old-space-size=1024'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message', { signal: AbortSignal.timeout(START_MS) });
  return { try: (task) => ask(child, task, deadlineMs), stop: () => child.kill('SIGKILL') };
}

function ask(child: ChildProcess, task: ChildTask, deadlineMs: number): Promise<ChildAnswer | NoAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: ChildAnswer | NoAnswer) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(answer);
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      settle({ kind: 'hang', seconds: deadlineMs / 1000 });
    }, deadlineMs);
    child.once('message', (answer) => settle(answer as ChildAnswer));
    child.once('exit', (code, signal) => settle({ kind: 'crash', how: signal ?? `exit code ${code}` }));
    child.send(task, (error) => {
      if (error !== null) settle({ kind: 'crash', how: error.message });
    });
  });
}
