import type { SurveySettings } from '../../domain/survey';
import type { AppParts } from './app-parts';
import type { ImportOffer } from './import-view';
import type { OpenSession } from './open-session';
import type { ImportContent } from './read-import';

/** A file that the person said what it is for. */
export interface ImportOrder {
  readonly parts: AppParts;
  readonly session: OpenSession;
  readonly offer: ImportOffer;
  readonly content: ImportContent;
}

/** Takes what was done back. */
export type Undo = () => Promise<void>;

/** Settings that a file brings along: stored, then concluded with. */
export async function changeSettings(
  { opening }: AppParts,
  session: OpenSession,
  change: Partial<SurveySettings>,
): Promise<void> {
  await opening.updateSurvey(session, (survey) => ({ ...survey, settings: { ...survey.settings, ...change } }));
  await opening.applyRules(session);
}

/** What one use of a file does; null = it can't be taken back. */
export type ApplyImport = (order: ImportOrder) => Promise<Undo | null>;

/** A use that a screen of its own goes on with. */
export type ShowImport = (order: ImportOrder) => Promise<void>;
