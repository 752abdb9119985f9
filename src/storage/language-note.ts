/**
 * The chosen language, noted apart from the settings: it can be read at once, so that the first words on the screen are
 * already in it. The settings are what counts.
 */
const KEY = 'understory-language';

/** Null when nothing was noted, or where the browser keeps no notes. */
export function readLanguageNote(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // blocked: the first words may be in another language until the settings are read
  }
}

export function writeLanguageNote(language: string): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Blocked or full: the settings still know it.
  }
}
