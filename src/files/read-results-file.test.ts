import { describe, expect, it } from 'vitest';
import { readResultsFile, type ResultsHead } from './read-results-file';

async function read(text: string): Promise<{ readonly head: ResultsHead; readonly items: readonly unknown[] }> {
  const items: unknown[] = [];
  const file = new File([text], 'results.json');
  const head = await readResultsFile(file, (item) => items.push(item));
  return { head, items };
}

describe('readResultsFile', () => {
  it.each([
    ['{"predictions":[{"filepath":"a.jpg"},{"filepath":"b.jpg"}]}', 'predictions', 2],
    ['\ufeff{"instances":[{"filepath":"é.jpg","country":"KEN"}]}', 'instances', 1],
    ['{"images":[],"info":{"format_version":"1.6"}}', null, 0],
    ['{"other":{"predictions":[1]},"predictions":[1]}', 'predictions', 1],
    ['{"mammalia;;;;":{"allow":{}}}', null, 0],
  ])('%s', async (text, list, count) => {
    const { head, items } = await read(text);
    expect([head.list, items.length]).toEqual([list, count]);
  });

  it('keeps the tables beside the list, in whatever order they come', async () => {
    const { head, items } = await read(
      '{"images":[{"file":"a.jpg","detections":[]}],"info":{"detector":"md"},"detection_categories":{"1":"animal"}}',
    );
    expect(items).toEqual([{ file: 'a.jpg', detections: [] }]);
    expect(head.values).toEqual({ info: { detector: 'md' }, detection_categories: { '1': 'animal' } });
  });

  it('reads characters that lie on the border of two pieces', async () => {
    const names = Array.from({ length: 30_000 }, (_, index) => `é${index}.jpg`);
    const { items } = await read(JSON.stringify({ predictions: names.map((filepath) => ({ filepath })) }));
    expect(items).toEqual(names.map((filepath) => ({ filepath })));
  });

  it.each([
    ['{"predictions":[{"filepath":"a.jpg"}', 'a file that ends early'],
    ['', 'a file that ends early'],
    ['<!doctype html><p>Not found', 'expected JSON'],
    ['{"predictions":[1],}', 'expected JSON'],
    [`{"predictions":[${'['.repeat(100_000)}`, 'expected at most 500 lists and objects in each other'],
    [`{"info":${'{"a":'.repeat(100_000)}`, 'expected at most 500 lists and objects in each other'],
    ['{"predictions":[1],"images":[2]}', 'expected one list, predictions, got images too'],
  ])('refuses %s', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});
