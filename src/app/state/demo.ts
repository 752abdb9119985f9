import type { ListedImage } from '../../domain/survey';
import type { ImageSource } from '../../files/image-source';
import type { PackageCandidate } from '../../rpc/package-api';

/** public/demo/manifest.json: what the demonstration consists of; `url` is relative to public/demo. */
interface DemoManifest {
  readonly package: readonly DemoFile[];
  readonly photos: readonly DemoFile[];
}

interface DemoFile {
  readonly path: string;
  readonly url: string;
  readonly size: number;
}

const BASE = `${import.meta.env.BASE_URL}demo/`;

export async function readDemoManifest(): Promise<DemoManifest> {
  return (await (await fetchDemo('manifest.json')).json()) as DemoManifest;
}

/** The files of the demonstration package, from the app's own address (offline: from its cache). */
export function fetchDemoPackage(manifest: DemoManifest): Promise<readonly PackageCandidate[]> {
  return Promise.all(
    manifest.package.map(async ({ path, url }) => ({ path, file: await (await fetchDemo(url)).blob() })),
  );
}

/** The demonstration's photos as a source like any folder. */
export function createDemoSource(manifest: DemoManifest): ImageSource {
  const urls = new Map(manifest.photos.map(({ path, url }) => [path, url]));
  const images: readonly ListedImage[] = manifest.photos.map(({ path, size }) => ({
    filepath: path,
    size,
    lastModified: 0,
  }));
  return {
    rootName: 'Demo',
    handle: null,
    // eslint-disable-next-line @typescript-eslint/require-await -- the contract is asynchronous, this source knows its list
    async *list() {
      yield { images, problems: [] };
    },
    async open(filepath) {
      const url = urls.get(filepath);
      if (url === undefined) return { kind: 'unreadable', problem: { code: 'file-missing', detail: filepath } };
      const response = await fetchDemo(url);
      const name = filepath.slice(filepath.lastIndexOf('/') + 1);
      return { kind: 'opened', file: new File([await response.blob()], name) };
    },
    isReachable: () => Promise.resolve(true),
  };
}

/** @param url relative to public/demo, as it stands in an address */
async function fetchDemo(url: string): Promise<Response> {
  const response = await fetch(BASE + url);
  if (!response.ok) throw new Error(`demo/${url}: the app's own address answered ${response.status}`);
  return response;
}
