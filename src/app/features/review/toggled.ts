/** With it when it was not there, without it when it was. */
export function toggled(chosen: ReadonlySet<string>, filepath: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(filepath)) next.add(filepath);
  return next;
}
