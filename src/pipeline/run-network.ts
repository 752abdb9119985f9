import { NetworkError } from './network-error';

/** Whatever a network's run throws becomes a NetworkError; errors of our own code stay what they are. */
export async function runNetwork<Answer>(
  network: 'detector' | 'classifier',
  run: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof NetworkError) throw error;
    throw new NetworkError(network, error instanceof Error ? error.message : String(error), { cause: error });
  }
}
