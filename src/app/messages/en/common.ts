import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

export const common = {
  appName: 'Understory',
  close: 'Close',
  cancel: 'Cancel',
  clear: 'Clear',
  undo: 'Undo',
  save: 'Save',
  saving: 'Saving',
  rename: 'Rename',
  remove: 'Remove',
  delete: 'Delete',
  dismiss: 'Dismiss',
  details: 'Details',
  copy: 'Copy',
  copied: 'Copied',
  copyDetails: 'Copy details',
  showList: 'Show the list',
  loading: 'Loading',
  demo: 'Demo',
  more: (name: string) => `More for ${name}`,
  categories: { animal: 'Animal', human: 'Person', vehicle: 'Vehicle', blank: 'Blank', unknown: 'Unknown' },
  photos: (count: number) => `${formatNumber(count)} ${plural(count, { one: 'photo', other: 'photos' })}`,
  images: (count: number) => `${formatNumber(count)} ${plural(count, { one: 'image', other: 'images' })}`,
  surveys: (count: number) => `${formatNumber(count)} ${plural(count, { one: 'survey', other: 'surveys' })}`,
  doneOf: (done: number, total: number) => `${formatNumber(done)} of ${formatNumber(total)}`,
} as const;
