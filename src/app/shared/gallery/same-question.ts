import type { ListQuestion } from './gallery-list';

/** True when both have the same answer. */
export function isSameQuestion(one: ListQuestion, other: ListQuestion): boolean {
  return (
    one.images === other.images &&
    one.isPart === other.isPart &&
    one.labels === other.labels &&
    one.found === other.found &&
    one.naming === other.naming &&
    isSameLook(one, other)
  );
}

/** True when both ask for the same of their images, which may be others. */
export function isSameLook(one: ListQuestion, other: ListQuestion): boolean {
  return (
    one.filter === other.filter &&
    one.sort === other.sort &&
    one.grouping === other.grouping &&
    one.tile === other.tile &&
    one.differing === other.differing &&
    one.eventFiles === other.eventFiles
  );
}
