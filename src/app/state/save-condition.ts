import { SaveError } from '../../files/save-file';
import { toCondition, type Condition } from './condition';

/** Why a file could not be saved, for the screens. `name` = the file's. */
export function saveConditionOf(error: unknown, name: string): Condition {
  const { technical } = toCondition(error);
  return { code: error instanceof SaveError ? error.code : 'save-failed', details: { name }, technical };
}
