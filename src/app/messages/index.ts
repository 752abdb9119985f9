import { backendFindings } from './en/backend-findings';
import { boxEditor } from './en/box-editor';
import { commands } from './en/commands';
import { common } from './en/common';
import { events } from './en/events';
import { exportDialog } from './en/export';
import { gallery } from './en/gallery';
import { galleryFilters } from './en/gallery-filters';
import { galleryList } from './en/gallery-list';
import { galleryViews } from './en/gallery-views';
import { geofence } from './en/geofence';
import { home } from './en/home';
import { image } from './en/image';
import { imageView } from './en/image-view';
import { images } from './en/images';
import { imports } from './en/imports';
import { keys } from './en/keys';
import { models } from './en/models';
import { refine } from './en/refine';
import { review } from './en/review';
import { repeats } from './en/repeats';
import { run } from './en/run';
import { storage } from './en/storage';
import { fastNetworks } from './en/fast-networks';
import { settings } from './en/settings';
import { setup } from './en/setup';
import { shell } from './en/shell';
import { surveyNames } from './en/survey-names';
import { speakable } from './spoken';

/**
 * Every word on the screen, one file per feature (those of choosing labels stand in label-messages.ts). A word with values in it is a function; counts go through plural().
 * Another language is a folder beside `en` with the same shape: languages.ts.
 */
export const messages = speakable('messages', {
  backendFindings,
  boxEditor,
  commands,
  common,
  shell,
  home,
  setup,
  run,
  gallery,
  galleryFilters,
  galleryList,
  galleryViews,
  image,
  imageView,
  images,
  imports,
  refine,
  geofence,
  events,
  repeats,
  review,
  exportDialog,
  keys,
  models,
  fastNetworks,
  settings,
  storage,
  surveyNames,
} as const);
