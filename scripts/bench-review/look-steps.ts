/** One thing that is asked of the gallery, as its address says it; each begins from all images by name, unless `after` says more. */
export interface LookStep {
  readonly name: string;
  readonly query: string;
}

const FOLDER = '/SITE03/CAM031';

export const FILTER_STEPS: readonly LookStep[] = [
  { name: 'all, after one filter', query: 'sort=name' },
  { name: 'species', query: 'taxon=mammalia;canidae' },
  { name: 'category', query: 'is=blank' },
  { name: 'score range', query: 'score=0.4-0.8' },
  { name: 'conf range', query: 'conf=0.5-1' },
  { name: 'text, for the first time', query: 'text=red+fox' },
  { name: 'text, for the second time', query: 'text=cam12' },
  { name: 'days', query: 'days=2024-05-03..2024-05-06' },
  { name: 'hours', query: 'hours=20-5' },
  { name: 'folder', query: `folder=${FOLDER}` },
  { name: 'reviewed', query: 'review=confirmed,changed' },
  { name: 'flagged', query: 'review=flagged' },
  { name: 'odd in its event', query: 'odd=1' },
  { name: 'several species', query: 'several=1' },
  { name: 'nothing found above', query: 'noneabove=0.5' },
  { name: 'where the name is from', query: 'from=rollup' },
  { name: 'one event', query: `event=${FOLDER.slice(1)}/IMG_00010.JPG` },
  { name: 'three filters together', query: 'taxon=mammalia&score=0.5-1&hours=6-18' },
];

export const ORDER_STEPS: readonly LookStep[] = [
  ...['oldest', 'newest', 'species', 'highest', 'lowest', 'confident', 'faint', 'uncertain', 'name'].map((sort) => ({
    name: `sorted: ${sort}`,
    query: `sort=${sort}`,
  })),
  { name: 'sorted: oldest, again', query: 'sort=oldest' },
  ...['event', 'folder', 'species', 'day', 'hour'].map((group) => ({
    name: `grouped: ${group}`,
    query: `group=${group}`,
  })),
  { name: 'tiles: crops', query: 'tiles=crops' },
  { name: 'tiles: events', query: 'tiles=events' },
];
