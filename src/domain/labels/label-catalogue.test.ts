import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FELIDAE, LION, SMALL_LABELS, SMALL_TAXONOMY } from '../../../test/small-package';
import { fullClassKey } from '../label';
import { parseLabels } from '../label-list';
import { ANIMAL, BLANK, HUMAN, UNKNOWN, VEHICLE } from '../special-labels';
import { parseTaxonomy } from '../taxonomy';
import { createLabelCatalogue } from './label-catalogue';
import { ownLabelLine, type OwnLabel } from './own-label';

const STRIPED: OwnLabel = { id: 'o1', taxon: fullClassKey(FELIDAE), name: 'striped cat', isOffered: true };
const PACKAGE = { taxonomy: SMALL_TAXONOMY, labels: SMALL_LABELS };
const read = (path: string) => readFileSync(resolve(import.meta.dirname, '../../..', path), 'utf8');

describe('createLabelCatalogue', () => {
  it('offers the special labels, own ones, and every taxon of any rank, each once', () => {
    const { labels } = createLabelCatalogue(PACKAGE, [STRIPED]);
    expect(labels.slice(0, 6)).toEqual([ANIMAL, BLANK, HUMAN, VEHICLE, UNKNOWN, ownLabelLine(STRIPED)]);
    expect(new Set(labels).size).toBe(labels.length);
    expect([...labels.slice(6)].sort()).toEqual(
      [...SMALL_TAXONOMY.labels.values()].filter((line) => line !== HUMAN && line !== ANIMAL).sort(),
    );
  });

  it('does not offer removed own labels', () => {
    const { labels, offeredAs } = createLabelCatalogue(PACKAGE, [{ ...STRIPED, isOffered: false }]);
    expect(labels).not.toContain(ownLabelLine(STRIPED));
    expect(offeredAs(ownLabelLine(STRIPED))).toBeNull();
  });

  it('knows what an earlier line is called now', () => {
    const { offeredAs } = createLabelCatalogue(PACKAGE, [STRIPED]);
    expect(offeredAs('o1;mammalia;;;;;stripey')).toBe(ownLabelLine(STRIPED));
    expect(offeredAs(LION.replace('carnivora', 'carnivores'))).toBe(LION);
    expect(offeredAs(VEHICLE)).toBe(VEHICLE);
    expect(offeredAs('u-gone;aves;;;;;gone')).toBeNull();
  });

  it('takes the taxonomy’s line where the list has another id, and lines that only the list has', () => {
    const twin = LION.replace('u-lion', 'u-twin');
    const roe = ';;;;;;roe deer';
    const { labels, offeredAs } = createLabelCatalogue({ taxonomy: SMALL_TAXONOMY, labels: [twin, roe] }, []);
    expect(labels).toContain(LION);
    expect(labels).not.toContain(twin);
    expect(offeredAs(twin)).toBe(LION);
    expect(offeredAs(roe)).toBe(roe);
  });

  it('offers all of the demonstration’s package', () => {
    const taxonomy = parseTaxonomy(read('public/demo/package/demo-taxonomy.txt'));
    const list = parseLabels(read('public/demo/package/demo-labels.txt'));
    const { labels, offeredAs } = createLabelCatalogue({ taxonomy, labels: list }, []);
    for (const line of [...taxonomy.labels.values(), ...list]) expect(offeredAs(line)).not.toBeNull();
    expect(labels.length).toBeGreaterThanOrEqual(taxonomy.labels.size + 3);
    for (const rank of [1, 2, 3, 4]) {
      expect(labels.some((line) => line.split(';').slice(1, 6).filter(Boolean).length === rank)).toBe(true);
    }
  });
});

const MODEL = '../shared/models/coco-mnv2';
const FULL = resolve(import.meta.dirname, '../../..', MODEL);

describe.skipIf(!existsSync(FULL))('with the reference’s package (needs ../shared/models)', () => {
  it('offers each taxon and each class of the classifier', () => {
    const taxonomy = parseTaxonomy(read(`${MODEL}/taxonomy_release.txt`));
    const list = parseLabels(read(`${MODEL}/always_crop_99710272_22x8_v12_epoch_00148.labels.txt`));
    const { labels, offeredAs } = createLabelCatalogue({ taxonomy, labels: list }, []);
    expect(labels.length).toBe(taxonomy.labels.size + 3); // blank, vehicle, unknown
    expect(list.filter((line) => offeredAs(line) === null)).toEqual([]);
    expect(list.filter((line) => offeredAs(line) !== line).length).toBe(3);
  });
});
