import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { StoredDownloadFile } from '../../storage/download-store';
import { downloadFile, PIECE_BYTES } from './download-file';

const BEGUN: StoredDownloadFile = {
  url: 'a.pt',
  name: 'a.pt',
  etag: null,
  size: null,
  pieces: 0,
  bytes: 0,
  isComplete: false,
};

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A host with one file; `change` may answer instead. Remembers the ranges that it was asked for. */
async function serveFile(
  content: Buffer,
  change: (request: IncomingMessage, response: ServerResponse, count: number) => boolean = () => false,
) {
  const ranges: string[] = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range ?? '');
    if (change(request, response, ranges.length)) return;
    sendRange(content, request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, ranges };
}

function sendRange(content: Buffer, request: IncomingMessage, response: ServerResponse): void {
  const [, first = '0', last = '0'] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  const [start, end] = [Number(first), Math.min(Number(last) + 1, content.length)];
  if (start >= content.length) response.writeHead(416, { 'Content-Range': `bytes */${content.length}` }).end();
  else {
    response.writeHead(206, { ETag: '"1"', 'Content-Range': `bytes ${start}-${end - 1}/${content.length}` });
    response.end(content.subarray(start, end));
  }
}

/** Where the pieces go: as the store does it, in memory. */
function createShelf(begun = BEGUN, kept: readonly Buffer[] = []) {
  const shelf = { file: begun, pieces: [...kept] };
  const fetchFrom = (url: string, expected: { size: number | null } = { size: null }) =>
    downloadFile(shelf.file, {
      expected: { name: 'a.pt', ...expected },
      ask: (start, end) => fetch(url, { headers: { Range: `bytes=${start}-${end - 1}` } }),
      async store(file, piece) {
        if (file.pieces === 0) shelf.pieces = [];
        if (piece !== null) shelf.pieces.push(Buffer.from(await piece.arrayBuffer()));
        shelf.file = file;
      },
      onBytes: () => undefined,
    });
  return { shelf, fetchFrom, content: () => Buffer.concat(shelf.pieces) };
}

const content = Buffer.alloc(2 * PIECE_BYTES + 1000);
for (let at = 0; at < content.length; at += 4) content.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at);

describe('downloadFile', () => {
  it('asks for pieces', async () => {
    const host = await serveFile(content);
    const { shelf, fetchFrom, content: got } = createShelf();
    await fetchFrom(host.url, { size: content.length });
    expect(got().equals(content)).toBe(true);
    expect(shelf.pieces).toHaveLength(3);
    expect(shelf.file).toMatchObject({ pieces: 3, bytes: content.length, size: content.length, isComplete: true });
    expect(host.ranges[1]).toBe(`bytes=${PIECE_BYTES}-${2 * PIECE_BYTES - 1}`);
  });

  it('keeps what came before the connection broke, and goes on from there', async () => {
    const host = await serveFile(content, (_, response, count) => {
      if (count !== 2) return false;
      response.writeHead(206, {
        'Content-Range': `bytes ${PIECE_BYTES}-${2 * PIECE_BYTES - 1}/${content.length}`,
        'Content-Length': PIECE_BYTES,
      });
      response.write(content.subarray(PIECE_BYTES, PIECE_BYTES + 5000), () => response.destroy());
      return true;
    });
    const { shelf, fetchFrom, content: got } = createShelf();
    await expect(fetchFrom(host.url)).rejects.toMatchObject({ code: 'download-interrupted' });
    expect(shelf.file).toMatchObject({ pieces: 2, bytes: PIECE_BYTES + 5000, isComplete: false });
    await fetchFrom(host.url);
    expect(host.ranges[2]).toMatch(`bytes=${PIECE_BYTES + 5000}-`);
    expect(got().equals(content)).toBe(true);
  });

  it('takes a whole file from a host without ranges, but only from its beginning', async () => {
    const host = await serveFile(content, (_, response) => {
      response.writeHead(200, { 'Content-Length': content.length }).end(content);
      return true;
    });
    const { shelf, fetchFrom, content: got } = createShelf({ ...BEGUN, pieces: 1, bytes: 4 }, [Buffer.from('else')]);
    await fetchFrom(host.url);
    expect(got().equals(content)).toBe(true);
    expect(shelf.file.isComplete).toBe(true);
    expect(shelf.file.pieces).toBeGreaterThan(1); // what came first is not lost with what comes last
    expect(host.ranges).toHaveLength(2);
  });

  it.each<[string, Partial<StoredDownloadFile>]>([
    ['ETag', { etag: '"0"' }],
    ['size', { size: 5 }],
  ])('begins anew when the file has another %s now', async (_, change) => {
    const host = await serveFile(content);
    const { fetchFrom, content: got } = createShelf({ ...BEGUN, pieces: 1, bytes: 4, ...change }, [
      Buffer.from('else'),
    ]);
    await fetchFrom(host.url);
    expect(got().equals(content)).toBe(true);
  });

  it('gives up on a file that never stays the same', async () => {
    const host = await serveFile(content, (request, response, count) => {
      response.setHeader('ETag', `"${count}"`);
      const start = Number(/\d+/.exec(request.headers.range ?? '')?.[0]);
      response.writeHead(206, { 'Content-Range': `bytes ${start}-${start + 9}/${content.length}` });
      response.end(content.subarray(start, start + 10));
      return true;
    });
    const { fetchFrom } = createShelf();
    await expect(fetchFrom(host.url)).rejects.toMatchObject({ code: 'download-answer' });
  });

  it.each([
    ['whose end lies within a piece', content, 3],
    ['that fills its pieces exactly', content.subarray(0, 2 * PIECE_BYTES), 3],
  ])('finds the end of a file %s without hearing its size', async (_, whole, requests) => {
    const host = await serveFile(whole, (request, response) => {
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')!;
      const part = whole.subarray(Number(first), Number(last) + 1);
      response.writeHead(part.length === 0 ? 416 : 206).end(part);
      return true;
    });
    const { shelf, fetchFrom, content: got } = createShelf();
    await fetchFrom(host.url);
    expect(got().equals(whole)).toBe(true);
    expect(shelf.file).toMatchObject({ size: whole.length, isComplete: true });
    expect(host.ranges).toHaveLength(requests);
  });

  it('refuses another size, before and after it is said', async () => {
    const host = await serveFile(content);
    const { shelf, fetchFrom } = createShelf();
    await expect(fetchFrom(host.url, { size: 5 })).rejects.toMatchObject({ code: 'download-wrong-size' });
    expect(shelf.pieces).toEqual([]);
    const silent = await serveFile(content, (_, response) => {
      response.writeHead(200).end(content);
      return true;
    });
    const other = createShelf();
    await expect(other.fetchFrom(silent.url, { size: 1000 })).rejects.toMatchObject({ code: 'download-wrong-size' });
    await expect(createShelf().fetchFrom(silent.url, { size: content.length + 1 })).rejects.toMatchObject({
      code: 'download-wrong-size',
    });
  });

  it.each([403, 404, 500])('says when the host answers %i', async (status) => {
    const host = await serveFile(content, (_, response) => {
      response.writeHead(status).end('no');
      return true;
    });
    const { fetchFrom } = createShelf();
    await expect(fetchFrom(host.url)).rejects.toMatchObject({ code: 'download-answer', details: { status } });
  });
});
