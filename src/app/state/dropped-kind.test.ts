import { describe, expect, it } from 'vitest';
import { createFileNode, createFolderNode } from '../../files/source-node';
import { areForSurvey, isUsableForPackage } from './dropped-kind';

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

describe('files that are dropped while a survey is open', () => {
  const fileOf = (name: string, content: string) => createFileNode(new File([content], name));

  it.each([
    ['predictions.json', '{"predictions": [{"filepath": "a;b.jpg"}]}', true],
    ['md.json', '{"info": {}, "images": []}', true],
    ['no-json.json', 'predictions', true],
    ['fixes.csv', 'species,rule,country_code,admin1_region_code', true],
    ['target.txt', 'u;mammalia;;;;;red fox', true],
    ['other.understory.NDJSON', '{}', true],
    ['geofence_release.2026.json', '\ufeff{ "mammalia;carnivora;;;": {"allow": {"KEN": []}} }', false],
    ['info.json', '{"type": "always_crop"}', false],
    ['model.onnx', '', false],
    ['IMG_0001.JPG', '', false],
  ])('%s that begins with %j belongs to the survey: %j', async (name, content, expected) => {
    expect(await areForSurvey([fileOf(name, content)])).toBe(expected);
  });

  it('belong to it only together', async () => {
    const results = fileOf('predictions.json', '{"predictions": []}');
    expect(await areForSurvey([results, fileOf('fixes.csv', '')])).toBe(true);
    expect(await areForSurvey([results, fileOf('IMG_0001.JPG', '')])).toBe(false);
    expect(await areForSurvey([createFolderNode('results.json', [results])])).toBe(false);
    expect(await areForSurvey([])).toBe(false);
  });
});
