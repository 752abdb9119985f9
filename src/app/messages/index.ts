import { common } from './en/common';
import { home } from './en/home';
import { models } from './en/models';
import { settings } from './en/settings';
import { shell } from './en/shell';

/**
 * Every word on the screen, one file per feature. A word with values in it is a function; counts go through plural().
 * Another language is a folder beside `en` with the same shape (`typeof messages`).
 */
export const messages = { common, shell, home, models, settings } as const;
