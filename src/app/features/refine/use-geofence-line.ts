import { messages } from '../../messages';
import type { OpenSurvey } from '../../state/app-state';
import { useHeldBack } from '../../state/use-held-back';

/** The state of the geofence in one line; empty when there is nothing to tell. */
export function useGeofenceLine(open: OpenSurvey): string {
  const { result } = useHeldBack(open);
  return messages.geofence.line(result?.images ?? 0, open.survey.settings.ownGeofence.length);
}
