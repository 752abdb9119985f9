import { createGuard, type AppParts } from './app-parts';
import type { AppActions } from './app-actions';
import { loadOnce } from './load-once';
import { SURVEY_TOOL_NAMES, type SurveyToolName } from './survey-tool-names';
import type { SurveyTools } from './survey-tools';

/** The survey tools under their names, before their code is here: it is fetched when a survey is opened, or by the first call. */
export function lateSurveyTools(parts: AppParts): SurveyTools {
  const load = loadOnce(async () => (await import('./survey-tools')).createSurveyTools(parts));
  const guarded = createGuard(parts);
  const loadGuarded = guarded(async () => {
    await load();
  });
  parts.store.subscribe(({ open }, before) => {
    if (open !== null && before.open === null) void loadGuarded();
  });

  const late = (name: SurveyToolName) =>
    guarded(async (...args: readonly unknown[]) => {
      const tool = (await load()).actions[name] as (...args: readonly unknown[]) => Promise<void> | void;
      await tool(...args);
    });
  const actions = Object.fromEntries(SURVEY_TOOL_NAMES.map((name) => [name, late(name)]));
  return {
    actions: actions as unknown as Pick<AppActions, SurveyToolName>,
    importHere: guarded(async (files) => (await load()).importHere(files)),
  };
}
