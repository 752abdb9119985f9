import type { ConditionWords } from '../condition-words';

export const unknownCondition = (): ConditionWords => ({
  title: 'Something unexpected happened',
  meaning: 'Every photo that was finished is stored on this computer; nothing was deleted.',
  next: 'Reload the page and try again. If it happens again, the details below help whoever looks into it.',
  action: 'reload',
});
