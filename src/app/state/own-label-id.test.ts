import { describe, expect, it } from 'vitest';
import { isOwnLabelId } from '../../domain/labels/own-label';
import { findOwnLabelId } from './own-label-id';

const FOX = { taxon: 'mammalia;carnivora;canidae;vulpes;vulpes', name: 'melanistic red fox' };

describe('findOwnLabelId', () => {
  it('answers the same id for the same label, everywhere', async () => {
    const id = await findOwnLabelId(FOX, []);
    expect(isOwnLabelId(id)).toBe(true);
    expect(await findOwnLabelId({ ...FOX, name: ' Melanistic  red fox' }, [])).toBe(id);
    expect(await findOwnLabelId({ ...FOX, taxon: 'aves;;;;' }, [])).not.toBe(id);
  });

  it('leaves an id to the label that has it, whatever it is called by now', async () => {
    const id = await findOwnLabelId(FOX, []);
    const renamed = { ...FOX, id, name: 'black fox', isOffered: true };
    const other = await findOwnLabelId(FOX, [renamed]);
    expect(other).not.toBe(id);
    expect(isOwnLabelId(other)).toBe(true);
  });
});
