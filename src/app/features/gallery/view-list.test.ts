import { expect, it } from 'vitest';
import { renameView, withView } from './view-list';

const views = [
  { name: 'Foxes', query: 'text=fox' },
  { name: 'Night', query: 'hours=20-4' },
];

it('puts a view behind the others, or in place of the one with its name', () => {
  expect(withView(views, { name: 'All', query: '' }).map(({ name }) => name)).toEqual(['Foxes', 'Night', 'All']);
  expect(withView(views, { name: 'Foxes', query: 'text=vulpes' })).toEqual([
    { name: 'Foxes', query: 'text=vulpes' },
    views[1],
  ]);
});

it('renames in place; a view that had the name goes', () => {
  expect(renameView(views, 'Foxes', 'Red foxes').map(({ name }) => name)).toEqual(['Red foxes', 'Night']);
  expect(renameView(views, 'Foxes', 'Night')).toEqual([{ name: 'Night', query: 'text=fox' }]);
  expect(renameView(views, 'Foxes', 'Foxes')).toBe(views);
});
