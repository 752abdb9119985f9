import { afterEach, describe, expect, it, vi } from 'vitest';
import { saveFile, type SaveRequest } from './save-file';

afterEach(() => vi.unstubAllGlobals());

async function createOpfsFile(content: string | null) {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle(`saved-${crypto.randomUUID()}.json`, { create: true });
  if (content !== null) {
    const writable = await handle.createWritable();
    await writable.write(content);
    await writable.close();
  }
  const exists = async () => {
    for await (const name of root.keys()) if (name === handle.name) return true;
    return false;
  };
  return { handle, exists, text: async () => (await handle.getFile()).text() };
}

/** The picker itself needs a person; the handle it gives is a real one. */
const answerPicker = (answer: () => Promise<FileSystemFileHandle>) => vi.stubGlobal('showSaveFilePicker', answer);

const request = (changes: Partial<SaveRequest> = {}): SaveRequest => ({
  suggestedName: 'results.json',
  mediaType: 'application/json',
  chunks: ['{"a":', '1', '}\n'],
  way: null,
  ...changes,
});

describe('through the picker', () => {
  it('writes the chunks in order and tells how far it is', async () => {
    const { handle, text } = await createOpfsFile(null);
    answerPicker(() => Promise.resolve(handle));
    const progress: number[] = [];
    const outcome = await saveFile(request({ onProgress: (characters) => progress.push(characters) }));
    expect(outcome).toEqual({ kind: 'saved', way: 'picker', name: handle.name });
    expect(await text()).toBe('{"a":1}\n');
    expect(progress).toEqual([5, 6, 8]);
  });

  it('asks for a chunk when the one before is written', async () => {
    const { handle } = await createOpfsFile(null);
    let pending = 0;
    const createWritable = handle.createWritable.bind(handle);
    handle.createWritable = async () => {
      const writable = await createWritable();
      const write = writable.write.bind(writable);
      writable.write = async (chunk) => {
        expect(++pending).toBe(1);
        await write(chunk);
        pending--;
      };
      return writable;
    };
    answerPicker(() => Promise.resolve(handle));
    function* chunks() {
      for (let n = 0; n < 20; n++) {
        expect(pending).toBe(0);
        yield `${n}`;
      }
    }
    expect((await saveFile(request({ chunks: chunks() }))).kind).toBe('saved');
  });

  it('is no error when the person changes their mind', async () => {
    answerPicker(() => Promise.reject(new DOMException('closed', 'AbortError')));
    expect(await saveFile(request())).toEqual({ kind: 'cancelled' });
  });

  it.each([
    [null, false],
    ['of before', true],
  ])('cancelled half-way, leaves a file that held %j as it was', async (content, stays) => {
    const { handle, exists, text } = await createOpfsFile(content);
    answerPicker(() => Promise.resolve(handle));
    const controller = new AbortController();
    const { signal } = controller;
    expect(await saveFile(request({ signal, onProgress: () => controller.abort() }))).toEqual({ kind: 'cancelled' });
    expect(await exists()).toBe(stays);
    if (stays) expect(await text()).toBe(content);
  });

  it('leaves no half file when making the content fails', async () => {
    const { handle, exists } = await createOpfsFile(null);
    answerPicker(() => Promise.resolve(handle));
    function* chunks() {
      yield 'some';
      throw new Error('a bug');
    }
    await expect(saveFile(request({ chunks: chunks() }))).rejects.toThrow('a bug');
    expect(await exists()).toBe(false);
  });

  it('says why it can not write', async () => {
    const { handle } = await createOpfsFile(null);
    handle.createWritable = () => Promise.reject(new DOMException('locked', 'NoModificationAllowedError'));
    answerPicker(() => Promise.resolve(handle));
    await expect(saveFile(request())).rejects.toMatchObject({ name: 'SaveError', code: 'save-not-allowed' });
  });
});

describe('as a download', () => {
  it('gives the browser a file of all chunks', async () => {
    const urls: string[] = [];
    const catchClick = (event: MouseEvent) => {
      const link = event.target as HTMLAnchorElement;
      event.preventDefault();
      expect(link.download).toBe('results.json');
      urls.push(link.href);
    };
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      this.addEventListener('click', catchClick);
      this.dispatchEvent(new MouseEvent('click', { cancelable: true }));
    });
    const chunk = 'x'.repeat(300_000);
    const outcome = await saveFile(request({ way: 'download', chunks: Array.from({ length: 10 }, () => chunk) }));
    click.mockRestore();
    expect(outcome).toEqual({ kind: 'saved', way: 'download', name: 'results.json' });
    const saved = await fetch(urls[0]!);
    expect(saved.headers.get('content-type')).toBe('application/json');
    expect((await saved.text()).length).toBe(3_000_000);
  });

  it('can be cancelled', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const cancelled = saveFile(request({ way: 'download', signal, onProgress: () => controller.abort() }));
    expect(await cancelled).toEqual({ kind: 'cancelled' });
  });
});
