import { createTabNews, type TabNews } from './tab-news';

/** Own labels were made, renamed, removed or offered again. What they are now is in the store. */
const CHANGED = 'own-labels-changed';

export type LabelNews = TabNews<typeof CHANGED>;

export const createLabelNews = (): LabelNews => createTabNews('understory-label-news', (data) => data === CHANGED);

export const tellOwnLabels = (news: LabelNews): void => news.tell(CHANGED);
