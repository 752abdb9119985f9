/** `uncertain`: see `marginUncertainty`. `confident`, `faint`: by the conf of the best box. */
export type ImageSort =
  'name' | 'oldest' | 'newest' | 'species' | 'highest' | 'lowest' | 'confident' | 'faint' | 'uncertain';

export const IMAGE_SORTS: readonly ImageSort[] = [
  'name',
  'oldest',
  'newest',
  'species',
  'highest',
  'lowest',
  'confident',
  'faint',
  'uncertain',
];

export type Grouping = 'none' | 'event' | 'folder' | 'species' | 'hour' | 'day';
export const GROUPINGS: readonly Grouping[] = ['none', 'event', 'folder', 'species', 'day', 'hour'];

/** What one tile shows. `events`: each event is a row of its frames. */
export type TileKind = 'images' | 'crops' | 'events';
export const TILE_KINDS: readonly TileKind[] = ['images', 'crops', 'events'];
