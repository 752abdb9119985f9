import { beforeAll, describe, expect, it } from 'vitest';
import { cdp, commands, server, userEvent } from 'vitest/browser';
import { collectFiles } from './collect-files';
import { takeDroppedItems } from './dropped-items';
import { nodeFromEntry } from './entry-node';
import { createImageSource, type ImageSource } from './image-source';
import { nodesFromInput } from './input-files';
import type { SourceNode } from './source-node';

/** A folder on the real disk, kept between runs: only such a one is dropped with real handles and entries. */
const folder = '.cache/dropped';
const onDisk = (path: string) => `${server.config.root}/${folder}/${path}`;
const photos = Array.from({ length: 120 }, (_, n) => `card/dég 1/${n}.JPG`);
const files = [...photos, 'card/notes.txt', 'card/z.png', 'loose.jpg', 'package/info.json'];

beforeAll(async () => {
  for (const file of files) await commands.writeFile(onDisk(file), file);
});
/** Drops real files and folders from the disk onto the page, as a person does. */
async function drop<Value>(paths: readonly string[], take: (transfer: DataTransfer) => Value): Promise<Value> {
  const target = document.createElement('div');
  target.style.cssText = 'position: fixed; inset: 0; background: white';
  document.body.append(target);
  target.addEventListener('dragover', (event) => event.preventDefault());
  const taken = new Promise<Value>((resolve) => {
    target.addEventListener('drop', (event) => {
      event.preventDefault();
      resolve(take(event.dataTransfer!));
    });
  });
  // The page of the tests is a frame somewhere in the tester's window.
  const frame = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
  const data = { items: [], files: paths.map(onDisk), dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp().send('Input.dispatchDragEvent', { type, x: frame.x + 20, y: frame.y + 20, data });
  }
  try {
    return await taken;
  } finally {
    target.remove();
  }
}

async function pathsOf(source: ImageSource): Promise<string[]> {
  const paths: string[] = [];
  for await (const { images, problems } of source.list()) {
    expect(problems).toEqual([]);
    paths.push(...images.map(({ filepath }) => filepath));
  }
  return paths;
}

/** Windows allows none of them, so that they can't be made there. */
const ODD_NAMES = ['<a>.JPG', 'b|c.JPG', '<d>/e*.JPG', 'f/<g>.JPG', 'f/h.JPG'];

async function writeOddNames(): Promise<boolean> {
  if (navigator.userAgent.includes('Windows')) return false;
  for (const file of ODD_NAMES) await commands.writeFile(onDisk(`odd/${file}`), file);
  return true;
}

const expected = [...photos.map((path) => path.slice('card/'.length)).sort(), 'z.png'];

describe('a dropped folder', () => {
  it('has the files whose names its handle leaves out, and they can be read', async ({ skip }) => {
    if (!(await writeOddNames())) return skip('not on Windows');
    const source = createImageSource(await drop(['odd'], takeDroppedItems))!;
    expect(source.handle).toBeInstanceOf(FileSystemDirectoryHandle);
    expect(await pathsOf(source)).toEqual([...ODD_NAMES].sort());
    for (const filepath of ODD_NAMES) {
      const opened = await source.open(filepath);
      if (opened.kind === 'unreadable') throw new Error(`${filepath}: ${opened.problem.detail}`);
      expect(await opened.file.text()).toBe(filepath);
    }
    expect(await source.open('f/none.JPG')).toMatchObject({ problem: { code: 'file-missing' } });
  });

  it('comes as a handle where the browser has them', async () => {
    const nodes = await drop(['card'], takeDroppedItems);
    const source = createImageSource(nodes)!;
    expect(source.rootName).toBe('card');
    expect(source.handle).toBeInstanceOf(FileSystemDirectoryHandle);
    expect(await pathsOf(source)).toEqual(expected);
    const opened = await source.open('dég 1/7.JPG');
    expect(opened.kind === 'opened' && (await opened.file.text())).toBe('card/dég 1/7.JPG');
    expect(await source.isReachable()).toBe(true);
  });

  it('is read through entries elsewhere, more than a hundred in a folder too', async () => {
    const nodes = await drop(['card'], (transfer): SourceNode[] => [
      nodeFromEntry(transfer.items[0]!.webkitGetAsEntry()!),
    ]);
    const source = createImageSource(nodes)!;
    expect(source).toMatchObject({ rootName: 'card', handle: null });
    expect(await pathsOf(source)).toEqual(expected);
    const opened = await source.open('dég 1/7.JPG');
    expect(opened.kind === 'opened' && (await opened.file.text())).toBe('card/dég 1/7.JPG');
    expect(await source.open('gone.jpg')).toMatchObject({ problem: { code: 'file-missing' } });
    expect(await source.isReachable()).toBe(true);
  });

  it('may come with others and with loose files', async () => {
    const source = createImageSource(await drop(['card', 'package', 'loose.jpg'], takeDroppedItems))!;
    expect(source).toMatchObject({ handle: null, rootName: 'card, package' });
    const paths = await pathsOf(source);
    expect(paths).toEqual([...expected.map((path) => `card/${path}`), 'loose.jpg']);
    expect((await source.open('loose.jpg')).kind).toBe('opened');
  });

  it('may be a model package', async () => {
    const collected = await collectFiles(await drop(['package', 'loose.jpg'], takeDroppedItems));
    expect(collected.map(({ path }) => path)).toEqual(['loose.jpg', 'package/info.json']);
    expect(await collected[1]?.file.text()).toBe('package/info.json');
  });
});

describe('a folder chosen in an input', () => {
  it('gives the same images', async () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.webkitdirectory = true;
    document.body.append(input);
    await userEvent.upload(input, onDisk('card'));
    const source = createImageSource(nodesFromInput(input.files!))!;
    input.remove();
    expect(source).toMatchObject({ rootName: 'card', handle: null });
    expect(await pathsOf(source)).toEqual(expected);
  });
});
