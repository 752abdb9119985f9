import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDemoFiles, type DemoManifest } from '../../scripts/demo/demo-files';
import { checkTaxonomy } from '../../src/domain/taxonomy';
import { parseGeofence } from '../../src/domain/geofence';
import { parseLabels } from '../../src/domain/label-list';

const folder = join(import.meta.dirname, '../../public/demo');
const files = await createDemoFiles();

function committedPaths(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

function textOf(path: string): string {
  return new TextDecoder().decode(files.get(path));
}

describe('the demonstration on board', () => {
  it('has exactly the files that the scripts make', () => {
    expect(committedPaths()).toEqual([...files.keys()].sort());
  });

  it.each([...files.keys()])('%s is what the scripts make, byte for byte', (path) => {
    const committed = readFileSync(join(folder, path));
    expect(Buffer.compare(committed, files.get(path)!), 'run: npm run build:demo').toBe(0);
  });

  it('keeps every photo below 150 kB', () => {
    const photos = [...files].filter(([path]) => path.startsWith('photos/'));
    expect(photos).toHaveLength(12);
    for (const [path, bytes] of photos) expect(bytes.length, path).toBeLessThan(150_000);
  });

  it('lists in its manifest what is there, with sizes', () => {
    const manifest = JSON.parse(textOf('manifest.json')) as DemoManifest;
    for (const { url, size } of [...manifest.package, ...manifest.photos]) {
      expect(files.get(decodeURIComponent(url))?.length, url).toBe(size);
    }
    expect(manifest.package.length + manifest.photos.length + 1).toBe(files.size);
  });

  it('has labels, a taxonomy and a geofence that parse', () => {
    const labels = parseLabels(textOf('package/demo-labels.txt'));
    expect(new Set(labels.map((label) => label.slice(0, 36))).size).toBe(labels.length);
    const taxonomy = textOf('package/demo-taxonomy.txt');
    checkTaxonomy(taxonomy);
    for (const label of labels) expect(taxonomy.split('\n')).toContain(label);
    expect(parseGeofence(JSON.parse(textOf('package/demo-geofence.json'))).size).toBeGreaterThan(20);
  });
});
