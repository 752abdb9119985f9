import type { CodeLine } from './code-line';

/** No network nests its modules deeper. */
const MOST_NAMES = 32;
/** SpeciesNet's have 70 characters. */
const LONGEST_NAME = 1000;

/**
 * A path that begins at the network: `self.a.b`, `getattr(self, "a/b")`, `getattr(getattr(self, "a/b"), "0").weight`.
 * Null, and nothing is read, when another expression comes.
 * @throws CheckpointError `unsafe` for names of Python's own (`__class__`), `unsupported` for another form.
 */
export function readPath(line: CodeLine): readonly string[] | null {
  let open = 0;
  while (line.take('getattr(')) {
    open += 1;
    if (open > MOST_NAMES) throw line.refuse('too-large', `expected at most ${MOST_NAMES} names in a path`);
  }
  if (!line.takeWord('self')) {
    if (open === 0) return null;
    throw line.refuse('unsafe', 'expected "self" in getattr, got code that would have to be executed');
  }
  const path: string[] = [];
  for (;;) {
    if (line.take('.')) path.push(checkName(line, line.takeName()));
    else if (open > 0) {
      line.expect(',');
      path.push(checkName(line, line.expectText()));
      line.expect(')');
      open -= 1;
    } else break;
    if (path.length > MOST_NAMES) throw line.refuse('too-large', `expected at most ${MOST_NAMES} names in a path`);
  }
  if (path.length === 0) throw line.refuse('unsupported', 'expected a module of the network, got the network itself');
  return path;
}

function checkName(line: CodeLine, name: string | null): string {
  // No module has a dot in its name: paths are written with dots.
  if (name === null || name === '' || name.includes('.'))
    throw line.refuse('unsupported', 'expected the name of a module');
  if (name.length > LONGEST_NAME) throw line.refuse('too-large', `a name has ${name.length} characters`);
  if (name.startsWith('__') && name.endsWith('__')) {
    throw line.refuse('unsafe', `"${name}" is Python's own, not a module of the network`);
  }
  return name;
}
