import { createTabNews, type TabNews } from './tab-news';

/** The fact of this photo is safe: a run here has stored it. */
export type RunNewsItem = readonly [surveyId: string, filepath: string];

export type RunNews = TabNews<RunNewsItem>;

export const createRunNews = (): RunNews => createTabNews('understory-run-news', isItem);

function isItem(data: unknown): data is RunNewsItem {
  if (!Array.isArray(data)) return false;
  const [surveyId, filepath] = data as unknown[];
  return typeof surveyId === 'string' && typeof filepath === 'string';
}
