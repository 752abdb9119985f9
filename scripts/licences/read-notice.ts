import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ShippedPackage } from '../../src/domain/shipped-packages.ts';

const TEXTS = resolve(import.meta.dirname, 'texts');
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|third-?party-?notices?)(?:[-.].*)?$/i;

/**
 * Texts for packages that ship none. ONNX Runtime's are those of its release for Python, which has the same version and is
 * made from the same sources; its notices name more than what is compiled for browsers.
 */
const SUPPLIED: Readonly<Record<string, { readonly version: string; readonly files: readonly string[] }>> = {
  'onnxruntime-web': {
    version: '1.30.0',
    files: ['onnxruntime-licence.txt', 'onnxruntime-third-party-notices.txt'],
  },
  'onnxruntime-common': { version: '1.30.0', files: ['onnxruntime-licence.txt'] },
};

/** Notices that lie deeper in a package. */
const INSIDE: Readonly<Record<string, readonly string[]>> = { pako: ['lib/zlib/README'] };

/** Licences whose text is the same for everyone, and a line of it: some packages only name it. */
const STANDARD_TEXTS: Readonly<Record<string, string>> = {
  'Apache-2.0': 'TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION',
  Unlicense: 'free and unencumbered software',
};

/** Name, version and licence of the package in a folder, with all licence texts. Throws when it has none: nothing is shipped without. */
export function readNotice(folder: string): ShippedPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
  const own = [...licenceFiles(folder), ...(INSIDE[name] ?? []).map((file) => join(folder, file))];
  const texts = [...own, ...suppliedFor(name, version)].map(readLicence);
  const line = STANDARD_TEXTS[license];
  if (line !== undefined && !texts.some((text) => text.includes(line))) {
    texts.push(readLicence(join(TEXTS, `${license}.txt`)));
  }
  if (texts.length === 0) throw new Error(`${name} ${version}: no licence text in it, add one to scripts/licences`);
  return { name, version, licence: license, texts };
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** Without empty lines around it; the first line may be indented. */
const readLicence = (file: string) =>
  readFileSync(file, 'utf8')
    .replace(/^\s*\n/, '')
    .trimEnd();

function licenceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .toSorted();
}

function suppliedFor(name: string, version: string): readonly string[] {
  const supplied = SUPPLIED[name];
  if (supplied !== undefined && supplied.version !== version) {
    throw new Error(`${name} ${version}: scripts/licences/texts are those of ${supplied.version}, renew them`);
  }
  return (supplied?.files ?? []).map((file) => join(TEXTS, file));
}
