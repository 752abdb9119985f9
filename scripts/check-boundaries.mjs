/**
 * Who may import whom: architecture.mjs, enforced with dependency-cruiser on every file of src and workers.
 * `--write` draws the diagram in docs/architecture.md anew; without it a stale diagram is an error.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { folders } from '../architecture.mjs';

const DIAGRAM_FILE = 'docs/architecture.md';
const FENCE = /```mermaid\n[\s\S]*?```/;

const { output } = await cruise(
  ['src', 'workers'],
  {
    exclude: { path: '\\.test\\.tsx?$' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
    validate: true,
    ruleSet: {
      forbidden: [
        { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
        { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?url$' } },
      ],
    },
  },
  { bustTheCache: true },
  { tsConfig: extractTSConfig('tsconfig.json') },
);

const problems = output.summary.violations.map(
  ({ rule, from, to, cycle }) => `${rule.name}: ${from} -> ${cycle ? cycle.map(({ name }) => name).join(' -> ') : to}`,
);
const modules = output.modules.filter(({ source }) => !source.includes('node_modules') && existsSync(source));
const edges = new Set();

const names = Object.keys(folders).sort((a, b) => b.length - a.length);
const folderOf = (path) => names.find((name) => path === name || path.startsWith(`${name}/`)) ?? null;
const packageOf = (module) => /^((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1] ?? module;
const isFeature = (path) => /^src\/app\/features\/([^/]+)\//.exec(path)?.[1] ?? null;

for (const { source, dependencies } of modules) {
  const from = folderOf(source);
  if (from === null) {
    problems.push(`${source}: in no folder of architecture.mjs`);
    continue;
  }
  for (const dependency of dependencies) {
    if (dependency.coreModule) problems.push(`${source} -> ${dependency.module}: no Node module in the product`);
    const to = folderOf(dependency.resolved);
    if (to !== null) {
      if (to === from) {
        const [here, there] = [isFeature(source), isFeature(dependency.resolved)];
        if (here !== null && there !== null && here !== there) {
          problems.push(`${source} -> ${dependency.resolved}: a feature never imports another feature`);
        }
        continue;
      }
      edges.add(`${from} --> ${to}`);
      if (!folders[from].mayImport.includes(to))
        problems.push(`${source} -> ${dependency.resolved}: ${from} may not import ${to}`);
    } else if (
      dependency.resolved.includes('node_modules') ||
      dependency.dependencyTypes?.some((t) => t.startsWith('npm'))
    ) {
      const name = packageOf(dependency.module);
      if (!folders[from].packages.includes(name))
        problems.push(`${source}: the package ${name} has no home in ${from}`);
    }
  }
}

if (modules.length < 50) problems.push(`only ${modules.length} files were looked at: the check itself is broken`);

const id = (name) => name.replaceAll(/[^a-z]/g, '_');
const diagram = [
  '```mermaid',
  'flowchart TD',
  ...Object.keys(folders).map((name) => `  ${id(name)}["${name}"]`),
  ...[...edges].sort().map((edge) => {
    const [from, to] = edge.split(' --> ');
    return `  ${id(from)} --> ${id(to)}`;
  }),
  '```',
].join('\n');

if (existsSync(DIAGRAM_FILE)) {
  const text = readFileSync(DIAGRAM_FILE, 'utf8');
  if (process.argv.includes('--write'))
    writeFileSync(
      DIAGRAM_FILE,
      text.replace(FENCE, () => diagram),
    );
  else if (!text.includes(diagram)) problems.push(`${DIAGRAM_FILE}: the diagram is stale; run "npm run diagram"`);
} else {
  problems.push(`${DIAGRAM_FILE} is missing`);
}

for (const problem of problems) console.error(problem);
console.log(`boundaries: ${modules.length} files, ${edges.size} borders crossed, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
