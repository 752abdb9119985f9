import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another host than the app's, on this computer: another port is another origin. Web pages may read from it. */
export interface OtherHost {
  readonly url: string;
  /** `host:port`, as people see it. */
  readonly name: string;
  /** What it was asked for: path and range. */
  readonly asked: readonly { readonly path: string; readonly range: string | null }[];
  /** After so many bytes of a file the connection breaks, and nobody answers any more; null = it stays well. */
  breakAfter(bytes: number | null): void;
  close(): Promise<void>;
}

/** @param files by their path, `/a.pt` */
export async function startOtherHost(files: Readonly<Record<string, Buffer>>): Promise<OtherHost> {
  const asked: { path: string; range: string | null }[] = [];
  const line: { breaksAfter: number | null; isBroken: boolean } = { breaksAfter: null, isBroken: false };

  function answer(request: IncomingMessage, response: ServerResponse): void {
    if (line.isBroken) {
      response.destroy();
      return;
    }
    const path = request.url ?? '';
    asked.push({ path, range: request.headers.range ?? null });
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'Content-Range, ETag');
    const content = files[path];
    if (content === undefined) response.writeHead(404).end();
    else sendPart(content, request, response);
  }

  function sendPart(content: Buffer, request: IncomingMessage, response: ServerResponse): void {
    const [, first = '0', last = ''] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const start = Number(first);
    const part = content.subarray(start, last === '' ? content.length : Number(last) + 1);
    response.writeHead(last === '' ? 200 : 206, {
      'Content-Length': part.length,
      'Content-Range': `bytes ${start}-${start + part.length - 1}/${content.length}`,
      ETag: '"first"',
    });
    if (line.breaksAfter === null || part.length <= line.breaksAfter) {
      response.end(part);
      return;
    }
    response.write(part.subarray(0, line.breaksAfter), () => {
      // Time for what was written to arrive: a reset can overtake it.
      setTimeout(() => {
        line.isBroken = true;
        response.destroy();
      }, 300);
    });
  }

  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const name = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${name}`,
    name,
    asked,
    breakAfter(bytes) {
      line.breaksAfter = bytes;
      line.isBroken = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
