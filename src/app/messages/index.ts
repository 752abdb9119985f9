import { common } from './en/common';
import { exportDialog } from './en/export';
import { gallery } from './en/gallery';
import { home } from './en/home';
import { image } from './en/image';
import { images } from './en/images';
import { keys } from './en/keys';
import { models } from './en/models';
import { run } from './en/run';
import { storage } from './en/storage';
import { settings } from './en/settings';
import { setup } from './en/setup';
import { shell } from './en/shell';

/**
 * Every word on the screen, one file per feature. A word with values in it is a function; counts go through plural().
 * Another language is a folder beside `en` with the same shape (`typeof messages`).
 */
export const messages = {
  common,
  shell,
  home,
  setup,
  run,
  gallery,
  image,
  images,
  exportDialog,
  keys,
  models,
  settings,
  storage,
} as const;
