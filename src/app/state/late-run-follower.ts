import type { StatePart } from './app-setting';
import { toCondition } from './condition';
import type { FollowerNeeds, RunFollower } from './follow-run';
import { loadOnce } from './load-once';

/** Follows the runs of other tabs; its code is fetched when there may be one: the first screen does not wait for it. */
export function lateRunFollower(part: StatePart, needs: FollowerNeeds): Pick<RunFollower, 'followIfElsewhere'> {
  const load = loadOnce(async () => (await import('./follow-run')).createRunFollower(part, needs));
  needs.news.listen((item) => {
    const shown = needs.opening.current();
    if (shown === null || shown.id !== item[0] || needs.isRunningHere(shown)) return; // nothing here to follow
    load().then(
      (follower) => follower.hear(item),
      (error: unknown) => part.store.setState({ condition: toCondition(error) }),
    );
  });
  return { followIfElsewhere: async (target) => (await load()).followIfElsewhere(target) };
}
