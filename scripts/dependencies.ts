/**
 * `npm run dependencies`: every package of package-lock.json with its version and licence; those that package.json names first.
 * `-- --dates` asks the registry when the named ones were published.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
}

const { values } = parseArgs({ options: { dates: { type: 'boolean', default: false } } });
const { dependencies, devDependencies } = read('package.json') as Record<string, Record<string, string>>;
const named = new Set([...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})]);
const locked = Object.entries(read('package-lock.json')['packages'] as Record<string, LockedPackage>);

const rows = locked
  .filter(([path]) => path !== '')
  .map(([path, { version = '', license, dev = false }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const isNamed = named.has(name) && path === `node_modules/${name}`;
    const date = values.dates && isNamed ? publishedAt(name, version) : '';
    const licence = license ?? licenceIn(path) ?? 'unknown';
    return { isNamed, dev, line: [name, version, licence, dev ? 'development' : 'shipped', date].join('\t') };
  })
  .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || Number(a.dev) - Number(b.dev));

console.log(['package', 'version', 'licence', 'for', 'published'].join('\t'));
for (const { line } of rows) console.log(line);
console.log(`${rows.filter(({ isNamed }) => isNamed).length} named in package.json, ${rows.length} in all`);

/** The lock file leaves the licence out where the package's own file has it in an older form. */
function licenceIn(path: string): string | null {
  const file = join(path, 'package.json');
  if (!existsSync(join(root, file))) return null;
  const { license } = read(file);
  return typeof license === 'string' ? license : null;
}

function publishedAt(name: string, version: string): string {
  const answer = execFileSync('npm', ['view', name, 'time', '--json'], { encoding: 'utf8' });
  const times = JSON.parse(answer) as Record<string, string>;
  return times[version]?.slice(0, 10) ?? 'not known to this registry';
}
