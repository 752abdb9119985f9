import type { Plugin } from 'vite';

/** The files that each file needs before it can run, by name. */
export type FileImports = ReadonlyMap<string, readonly string[]>;

/** Files that need one another in a circle, each the next one and the last one the first; null = there is no circle. */
export function findCircle(imports: FileImports): readonly string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (name: string): readonly string[] | null => {
    if (path.includes(name)) return path.slice(path.indexOf(name));
    if (done.has(name)) return null;
    path.push(name);
    for (const needed of imports.get(name) ?? []) {
      const circle = visit(needed);
      if (circle !== null) return circle;
    }
    path.pop();
    done.add(name);
    return null;
  };
  for (const name of imports.keys()) {
    const circle = visit(name);
    if (circle !== null) return circle;
  }
  return null;
}

/** Ends a build whose files need one another in a circle: one of them would run before what it uses is there. */
export const refuseCircularFiles: Plugin = {
  name: 'understory-refuse-circular-files',
  apply: 'build',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const circle = findCircle(new Map(chunks.map(({ fileName, imports }) => [fileName, imports])));
    if (circle !== null)
      this.error(`These files need one another: ${circle.join(', ')}. See codeSplitting in vite.config.ts.`);
  },
};
