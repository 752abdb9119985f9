/** A process of the fuzzer: gets numbers of mutants, makes them, tries them and says what became of them. */
import { createMutant } from './create-mutant';
import { READY, type ChildAnswer, type ChildTask } from './fuzz-child-messages';
import { readBases } from './read-bases';
import { tryCheckpoint } from './try-checkpoint';

const folder = process.argv[2];
if (folder === undefined || process.send === undefined) throw new Error('only the fuzzer starts this, with a folder');
const bases = readBases(folder);

process.on('message', (task: ChildTask) => void answer(task));
process.send(READY);

async function answer({ seed, number }: ChildTask): Promise<void> {
  const { base, damage, bytes } = createMutant(bases, seed, number);
  const startedAt = performance.now();
  const outcome = await tryCheckpoint(bytes);
  const milliseconds = performance.now() - startedAt;
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
  process.send?.({ number, base, damage, outcome, milliseconds, peakMb } satisfies ChildAnswer);
}
