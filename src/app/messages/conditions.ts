import type { Condition } from '../state/condition';
import { readDetails, type ConditionDetails, type ConditionWords } from './condition-words';
import { accidentConditions } from './en/accident-conditions';
import { additionConditions } from './en/addition-conditions';
import { downloadConditions } from './en/download-conditions';
import { importConditions } from './en/import-conditions';
import { labelConditions } from './en/label-conditions';
import { packageConditions } from './en/package-conditions';
import { refineConditions } from './en/refine-conditions';
import { runConditions } from './en/run-conditions';
import { speedConditions } from './en/speed-conditions';
import { storageConditions } from './en/storage-conditions';
import { unknownCondition } from './en/unknown-condition';
import { speakable } from './spoken';

/** The words of every condition by its code, and those for a code without. */
export const conditionMessages = speakable('conditions', {
  byCode: {
    ...packageConditions,
    ...additionConditions,
    ...downloadConditions,
    ...runConditions,
    ...importConditions,
    ...refineConditions,
    ...labelConditions,
    ...storageConditions,
    ...accidentConditions,
    ...speedConditions,
  },
  unknown: unknownCondition,
});

const table: Readonly<Record<string, (details: ConditionDetails) => ConditionWords>> = conditionMessages.byCode;

/** Turns a code into words and a button. A code without an entry still gets honest words. */
export function wordsOf(condition: Condition): ConditionWords {
  const words = Object.hasOwn(table, condition.code) ? table[condition.code] : undefined;
  return (words ?? conditionMessages.unknown)(readDetails(condition.details));
}

/** The codes that have words of their own, for the test that no code was forgotten. */
export const conditionCodes: readonly string[] = Object.keys(table);
