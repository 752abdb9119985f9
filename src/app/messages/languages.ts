import type { Catalogue } from './catalogue';
import { speak } from './spoken';

export interface Language {
  /** As in `<html lang>` and in the settings. */
  readonly tag: string;
  /** In its own words: who does not read the others finds it. */
  readonly name: string;
  /** Null for English, which comes with the page. */
  readonly load: (() => Promise<{ readonly catalogue: Catalogue }>) | null;
}

/** Every language of the app. Another one is a folder like `es` and a line here: docs/languages.md. */
export const languages: readonly Language[] = [
  { tag: 'en', name: 'English', load: null },
  { tag: 'es', name: 'Español', load: () => import('./es') },
];

/** Fetches the words of a language and speaks it from then on, unless another one was asked for meanwhile. */
export async function speakLanguage({ load }: Language): Promise<void> {
  const asked = (lastAsked = {});
  const translation = load === null ? {} : (await load()).catalogue;
  if (asked === lastAsked) speak(translation);
}

let lastAsked = {};
