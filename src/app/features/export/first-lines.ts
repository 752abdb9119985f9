/** A file of one long line would make a preview that nobody can read, and one of megabytes a slow one. */
const MOST_LINES = 60;
const LONGEST_LINE = 400;

/** The first lines of a text, long ones cut, with a mark where something is left out. */
export function firstLines(text: string): string {
  const lines = text.split('\n');
  const shown = lines
    .slice(0, MOST_LINES)
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line));
  return lines.length > MOST_LINES ? `${shown.join('\n')}\n…` : shown.join('\n');
}
