import type { NameListEntry } from '../../../storage/label-store';
import { userLocale } from '../../shared/format/number-format';

/** What a table of names is called: its language in the person's own, else as the file writes it, else the file. */
export function tableName({ language, fileName }: Pick<NameListEntry, 'language' | 'fileName'>): string {
  return languageName(language) ?? fileName;
}

function languageName(written: string): string | null {
  if (written === '') return null;
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(written)) return written;
  const names = new Intl.DisplayNames(userLocale(), { type: 'language', fallback: 'none' });
  try {
    return names.of(written.replaceAll('_', '-')) ?? written;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // it looks like a tag, and is none
    return written;
  }
}
