import { afterAll, describe, expect, it } from 'vitest';
import { createBlobSource } from '../../src/runtime/blob-source';
import { ArchiveError } from '../../src/weights/archive-error';
import { computeSha256 } from '../../src/weights/sha256';
import { readTarGz } from '../../src/weights/tar-archive';
import { startCheckpointWorker, STORAGES } from './checkpoint-client';
import { expectRun } from './expect-run';
import { drawInput, requireCheckpointFile } from './fixture-files';
import type { FixtureIndex, GraphModuleCase, PackageIndex } from './fixture-index';

const readIndex = async (path: string): Promise<unknown> =>
  JSON.parse(await (await requireCheckpointFile(path)).text());
const index = (await readIndex('package/index.json')) as PackageIndex;
const small = (await readIndex('small/index.json')) as FixtureIndex;
const worker = startCheckpointWorker();
afterAll(() => worker.dispose());

async function unpack(file: string): Promise<ReadonlyMap<string, Blob>> {
  const files = new Map<string, Blob>();
  await readTarGz(createBlobSource(await requireCheckpointFile(`package/${file}`)), async ({ path }, pieces) => {
    const copies: Uint8Array<ArrayBuffer>[] = [];
    for await (const piece of pieces) copies.push(new Uint8Array(piece));
    files.set(path, new Blob(copies));
  });
  return files;
}

/** The runs of an archive that says in words that they are those of small/'s fx-tiny. */
function caseOf(own: GraphModuleCase | string): { readonly fixture: GraphModuleCase; readonly folder: string } {
  if (typeof own !== 'string') return { fixture: own, folder: 'package' };
  const fixture = small.cases.find(({ id }) => id === 'fx-tiny');
  if (fixture?.family !== 'onnx2torch-graphmodule') throw new Error('expected a GraphModule fx-tiny');
  return { fixture, folder: 'small' };
}

describe.each(index.archives.map((archive) => [archive.file, archive] as const))('package/%s', (file, archive) => {
  it('is unpacked, byte for byte', async () => {
    const files = await unpack(file);
    const members = archive.members.map((member) => ({ ...member, name: member.name.replace(/^\.\//, '') }));
    const expected = members.filter(({ name }) => !name.startsWith('._')); // what macOS adds
    expect([...files.keys()].sort()).toEqual(expected.map(({ name }) => name).sort());
    for (const { name, sha256 } of expected) {
      expect(await computeSha256(createBlobSource(files.get(name)!), () => undefined), name).toBe(sha256);
    }
  });

  it('has a checkpoint that gives the numbers of PyTorch, on WASM and on WebGPU', async () => {
    const checkpoint = [...(await unpack(file))].find(([path]) => path.endsWith('.pt'))?.[1];
    const { fixture, folder } = caseOf(archive.case);
    const facts = await worker.open(checkpoint!, fixture.runs[0]!.generator);
    for (const [number, run] of fixture.runs.entries()) {
      const outputs = await worker.run(await drawInput(run.generator), STORAGES.external);
      await expectRun(fixture, number, outputs, facts, folder);
    }
    const onGpu = await worker.run(await drawInput(fixture.runs[0]!.generator), STORAGES.external, 'webgpu');
    await expectRun(fixture, 0, onGpu, facts, folder);
  });
});

it('a cut archive is refused', async () => {
  await expect(unpack('truncated.tar.gz')).rejects.toThrow(ArchiveError);
});
