import { describe, expect, it } from 'vitest';
import { splitAdditions } from './split-additions';

const file = new Blob();
const pathsOf = (paths: readonly string[]) =>
  splitAdditions(paths.map((path) => ({ path, file }))).map((group) => group.map(({ path }) => path));

describe('files dropped together', () => {
  it('are added one by one when each is a download of its own', () => {
    expect(pathsOf(['speciesnet-pytorch-v4.0.2a-v1.tar.gz', 'md_v5a.0.0.pt'])).toHaveLength(2);
    expect(pathsOf(['models/a.tgz', 'models/b.ZIP', 'models/c.pth'])).toHaveLength(3);
    expect(pathsOf(['taxonomy_release.txt', 'geofence_release.2025.json'])).toHaveLength(2);
  });

  it.each([
    [['info.json', 'model.pt', 'labels.txt']],
    [['package/info.json', 'package/model.onnx']],
    [['model.onnx', 'model.onnx.data']],
    [['md_v5a.0.0.pt']],
    [[]],
  ])('are one package otherwise: %j', (paths) => {
    expect(pathsOf(paths)).toEqual([paths]);
  });
});
