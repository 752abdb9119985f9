import { describe, expect, it } from 'vitest';
import { createImageSource, sourceFromHandle } from './image-source';
import { nodesFromInput } from './input-files';
import type { ListingBatch } from './list-images';
import { createFileNode, createFolderNode, type FolderNode } from './source-node';

/** A folder in the origin's private file system, with files at these paths; a path with a final slash is a folder. */
async function createTree(paths: readonly string[]) {
  const root = await navigator.storage.getDirectory();
  const top = await root.getDirectoryHandle(`tree-${crypto.randomUUID()}`, { create: true });
  for (const path of paths) {
    const names = path.split('/');
    let folder = top;
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
    if (names.at(-1) === '') continue;
    const writable = await (await folder.getFileHandle(names.at(-1)!, { create: true })).createWritable();
    await writable.write(path);
    await writable.close();
  }
  return top;
}

async function collect(batches: AsyncIterable<ListingBatch>) {
  const images = [];
  const problems = [];
  for await (const batch of batches) {
    images.push(...batch.images);
    problems.push(...batch.problems);
  }
  return { images, paths: images.map(({ filepath }) => filepath), problems };
}

const inputFile = (path: string) => {
  const file = new File([path], path.split('/').at(-1)!, { lastModified: 5 });
  // Only a person's choice sets it; the rest of the object is real.
  Object.defineProperty(file, 'webkitRelativePath', { value: path.includes('/') ? path : '' });
  return file;
};

const tree = [
  'd/sub.jpg',
  'd/sub/z.jpg',
  'd/sub-2/q.jpg',
  'd/notes.txt',
  'd/B.JPG',
  'd/a.jpeg',
  'd/c.Tiff',
  'd/w.webp',
  'd/p.PnG',
  'd/t.tif',
  'd/jpg',
  'd/x.jpg.bak',
  'd/empty/',
  '.hidden/._a.jpg',
  'ä/ﬀ.jpg',
  'ä/\u{1F992}.jpg',
  'looks-like.jpg/inside.png',
  `${'very long name '.repeat(14)}.jpg`,
];
const expected = [
  '.hidden/._a.jpg',
  'd/B.JPG',
  'd/a.jpeg',
  'd/c.Tiff',
  'd/p.PnG',
  'd/sub/z.jpg',
  'd/sub-2/q.jpg',
  'd/sub.jpg',
  'd/t.tif',
  'd/w.webp',
  'looks-like.jpg',
  'looks-like.jpg/inside.png',
  `${'very long name '.repeat(14)}.jpg`,
  'ä/ﬀ.jpg',
  'ä/\u{1F992}.jpg',
];

describe('a folder handle', () => {
  it("gives the reference's images in the reference's order", async () => {
    const handle = await createTree(tree);
    const source = sourceFromHandle(handle);
    const { images, paths, problems } = await collect(source.list());
    expect(paths).toEqual(expected);
    expect(problems).toEqual([]);
    expect(source).toMatchObject({ rootName: handle.name, handle });
    const sub = images.find(({ filepath }) => filepath === 'd/sub/z.jpg');
    expect(sub?.size).toBe('d/sub/z.jpg'.length);
    expect(sub?.lastModified).toBeGreaterThan(Date.now() - 100_000);
  });

  it('opens what it listed', async () => {
    const source = sourceFromHandle(await createTree(tree));
    const opened = await source.open('ä/\u{1F992}.jpg');
    expect(opened.kind === 'opened' && (await opened.file.text())).toBe('ä/\u{1F992}.jpg');
    expect(await source.open('looks-like.jpg')).toMatchObject({
      kind: 'unreadable',
      problem: { code: 'not-an-image' },
    });
    for (const path of ['d/gone.jpg', 'gone/a.jpg', 'd/../d/a.jpeg', 'd//a.jpeg']) {
      expect(await source.open(path)).toMatchObject({ kind: 'unreadable', problem: { code: 'file-missing' } });
    }
  });

  it('tells a lost folder from a lost file', async () => {
    const handle = await createTree(['a.jpg', 'b/c.jpg']);
    const source = sourceFromHandle(handle);
    await handle.removeEntry('a.jpg');
    expect(await source.open('a.jpg')).toMatchObject({ problem: { code: 'file-missing' } });
    expect(await source.isReachable()).toBe(true);
    await (await navigator.storage.getDirectory()).removeEntry(handle.name, { recursive: true });
    expect(await source.isReachable()).toBe(false);
    expect(await source.open('b/c.jpg')).toMatchObject({ problem: { code: 'file-missing' } });
    expect(await collect(source.list())).toMatchObject({ paths: [], problems: [{ path: '' }] });
  });

  it('is nested as deeply as it likes', async () => {
    const depth = 60;
    const path = `${'n/'.repeat(depth)}a.jpg`;
    const source = sourceFromHandle(await createTree([path, 'z.jpg']));
    expect((await collect(source.list())).paths).toEqual([path, 'z.jpg']);
    expect((await source.open(path)).kind).toBe('opened');
  });

  it('can be left while it is being listed', async () => {
    const source = sourceFromHandle(await createTree(tree));
    const controller = new AbortController();
    controller.abort();
    await expect(collect(source.list(controller.signal))).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a list of files', () => {
  const paths = tree.filter((path) => !path.endsWith('/')).map((path) => `card/${path}`);

  it('gives the same as a handle, but for folders called like images', async () => {
    const source = createImageSource(nodesFromInput(paths.map(inputFile)))!;
    const { images } = await collect(source.list());
    expect(images.map(({ filepath }) => filepath)).toEqual(expected);
    expect(source).toMatchObject({ rootName: 'card', handle: null });
    expect(images[1]).toEqual({ filepath: 'd/B.JPG', size: 'card/d/B.JPG'.length, lastModified: 5 });
    expect(await source.open('d/sub/z.jpg')).toMatchObject({ kind: 'opened', file: { name: 'z.jpg' } });
    expect(await source.open('d/sub')).toMatchObject({ problem: { code: 'file-missing' } });
    expect(await source.isReachable()).toBe(true);
  });

  it('may be loose files, of the same name too', async () => {
    const source = createImageSource(nodesFromInput(['a.jpg', 'b.png', 'a.jpg', 'c.txt', 'a.jpg'].map(inputFile)))!;
    expect((await collect(source.list())).paths).toEqual(['a (2).jpg', 'a (3).jpg', 'a.jpg', 'b.png']);
    expect(source).toMatchObject({ rootName: '', handle: null });
    expect((await source.open('a (3).jpg')).kind).toBe('opened');
  });

  it('may be nothing', () => {
    expect(createImageSource(nodesFromInput([]))).toBeNull();
  });
});

describe('several folders and files', () => {
  it('keep apart by their names', async () => {
    const folder = (name: string) => createFolderNode(name, [createFileNode(new File(['x'], '1.jpg'))]);
    const source = createImageSource([
      folder('site b'),
      folder('site a'),
      createFileNode(new File(['y'], 'l.jpg')),
      folder('site a'),
    ])!;
    expect((await collect(source.list())).paths).toEqual(['l.jpg', 'site a/1.jpg', 'site a (2)/1.jpg', 'site b/1.jpg']);
    expect(source.rootName).toBe('site b, site a, site a (2)');
    expect((await source.open('site a (2)/1.jpg')).kind).toBe('opened');
  });
});

describe('listing', () => {
  const unreadable: FolderNode = {
    ...createFolderNode('locked', []),
    // eslint-disable-next-line @typescript-eslint/require-await -- its kind is asynchronous
    async *children() {
      yield createFileNode(new File(['1'], 'seen.jpg'));
      throw new DOMException('no permission', 'NotAllowedError');
    },
  };
  const lockedFile = {
    ...createFileNode(new File(['1'], 'locked.jpg')),
    read: () => Promise.reject(new DOMException('in use', 'NotReadableError')),
  };

  it('goes on where something can not be read, and says so', async () => {
    const nodes = [createFolderNode('a', [createFileNode(new File(['1'], '1.jpg')), lockedFile]), unreadable];
    const source = createImageSource([createFolderNode('root', [...nodes, createFileNode(new File(['1'], 'z.jpg'))])])!;
    const { images, problems } = await collect(source.list());
    expect(images.map(({ filepath, size }) => [filepath, size])).toEqual([
      ['a/1.jpg', 1],
      ['a/locked.jpg', 0],
      ['locked/seen.jpg', 1],
      ['z.jpg', 1],
    ]);
    expect(problems).toEqual([{ path: 'locked', message: 'NotAllowedError: no permission' }]);
    expect(await source.open('a/locked.jpg')).toMatchObject({ problem: { code: 'file-missing' } });
  });

  it('reads no further than it is asked', async () => {
    const read: string[] = [];
    const folders = Array.from({ length: 5 }, (_, f) => ({
      ...createFolderNode(`${f}`, []),
      // eslint-disable-next-line @typescript-eslint/require-await -- its kind is asynchronous
      async *children() {
        read.push(`${f}`);
        for (let n = 0; n < 100; n++) yield createFileNode(new File(['1'], `${n}.jpg`));
      },
    }));
    const listing = createImageSource([createFolderNode('root', folders)])!.list();
    const first = await listing.next();
    expect(first.value?.images).toHaveLength(100);
    expect(read).toEqual(['0']);
    await listing.next();
    expect(read).toEqual(['0', '1']);
    await listing.return();
  });
});
