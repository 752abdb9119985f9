import { describe, expect, it } from 'vitest';
import { createFileNode, createFolderNode } from '../../files/source-node';
import { isUsableForPackage } from './dropped-kind';

const filesOf = (names: readonly string[]) => names.map((name) => createFileNode(new File([], name)));

describe('files that are dropped', () => {
  it.each([
    [['md_v5a.0.0.pt'], true],
    [['model.PTH'], true],
    [['speciesnet-pytorch-v4.0.2a-v1.tar.gz'], true],
    [['package.zip'], true],
    [['geofence_release.2025.json'], true],
    [['taxonomy_release.txt', 'geofence_release.json'], true],
    [['IMG_0001.JPG'], false],
    [['IMG_0001.JPG', 'notes.txt'], false],
    [['IMG_0001.JPG', 'backup.zip'], false],
    [['IMG_0001'], false],
    [[], false],
  ])('%j are for Models: %j', async (names, expected) => {
    expect(await isUsableForPackage(filesOf(names))).toBe(expected);
  });
});

describe('a folder that is dropped', () => {
  it.each([
    [['info.json', 'model.pt'], true],
    [['model.onnx'], true],
    [['speciesnet.tar.gz', 'README.txt'], true],
    [['IMG_0001.JPG', 'card.zip'], false],
    [['notes.txt', 'settings.json'], false],
    [['IMG_0001.JPG'], false],
  ])('with %j is for Models: %j', async (names, expected) => {
    expect(await isUsableForPackage([createFolderNode('folder', filesOf(names))])).toBe(expected);
  });
});
