import type { DecodeApi, PrepareOutcome, PrepareRequest } from '../../rpc/decode-api';
import type { RpcResult } from '../../rpc/rpc-result';
import type { Connection } from '../../rpc/connect';
import { watchWorker } from './watch-worker';

/** Decoding workers; each photo goes to the one with the least to do. */
export interface DecodePool {
  prepare(request: PrepareRequest): Promise<RpcResult<PrepareOutcome>>;
  /** At least so many workers from now on. */
  grow(count: number): void;
  /** Ends all workers and starts new ones. */
  restart(): void;
  dispose(): void;
}

interface Member {
  readonly link: Connection<DecodeApi>;
  busy: number;
}

export function createDecodePool(connect: () => Connection<DecodeApi>, count: number): DecodePool {
  let wanted = count;
  let members: Member[] = [];
  const start = () => {
    while (members.length < wanted) members.push({ link: connect(), busy: 0 });
  };
  start();
  const dispose = () => {
    for (const { link } of members) link.dispose();
    members = [];
  };
  return {
    async prepare(request) {
      const member = members.reduce((least, next) => (next.busy < least.busy ? next : least));
      member.busy += 1;
      // A picture may be made so that its decoder is busy for days.
      const watch = watchWorker(member.link);
      try {
        return await member.link.prepare(request);
      } finally {
        watch.end();
        member.busy -= 1;
      }
    },
    grow(more) {
      wanted = Math.max(wanted, more);
      start();
    },
    restart() {
      dispose();
      start();
    },
    dispose,
  };
}
