import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describeSpeciesNet, recogniseModel } from '../../../src/domain/known-models';
import { parseLabels } from '../../../src/domain/label-list';
import { createCatalogEntry, joinOrigins, type PackageOrigin } from './catalog-entry';
import { convertNetwork, type ConvertedNetwork } from './convert-network';
import { describeFiles, hashOf } from './describe-files';
import { gatherFiles, type GatheredFile } from './gather-files';
import type { ImportArguments } from './import-arguments';
import { ImportRefused } from './import-refused';
import { planPackage, type PackagePlan } from './plan-package';
import { verifyNetwork } from './verify-network';

const INFO_FILE = 'info.json';

type Say = (line: string) => void;

/**
 * Makes a package folder out of published files, tries its networks, and says what it found. The folder appears only
 * when all is well.
 * @throws ImportRefused, CheckpointError, ArchiveError, ParseError
 */
export async function importPackage(wanted: ImportArguments, say: Say): Promise<void> {
  const work = join(dirname(wanted.out), `.${basename(wanted.out)}.importing`);
  rmSync(work, { recursive: true, force: true });
  const [unpacked, folder] = [join(work, 'unpacked'), join(work, 'package')];
  mkdirSync(unpacked, { recursive: true });
  mkdirSync(folder);
  try {
    const files = await gatherFiles(wanted.inputs, unpacked);
    const infoFile = files.find(({ name }) => name === INFO_FILE);
    const info = infoFile === undefined ? null : readInfo(infoFile);
    const plan = planPackage(
      files.map(({ name }) => name),
      info,
    );
    const origin = await findOrigin(plan, files, say);
    await writeParts(plan, { files, info, origin, folder, storage: wanted.storage }, say);
    rmSync(wanted.out, { recursive: true, force: true });
    renameSync(folder, wanted.out);
    await report(wanted.out, origin, say);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function readInfo({ path }: GatheredFile): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ImportRefused(`info.json: expected JSON: ${error.message}`, { cause: error });
  }
}

/** Recognises official files: the detector by its MD5, SpeciesNet by what its package says. */
async function findOrigin(plan: PackagePlan, files: readonly GatheredFile[], say: Say): Promise<PackageOrigin> {
  const origins: PackageOrigin[] = [];
  const labels = plan.info?.classifierLabels;
  if (plan.info !== null && typeof labels === 'string') {
    const count = parseLabels(readFileSync(pathOf(labels, files), 'utf8')).length;
    const likely = describeSpeciesNet(plan.info.version, count);
    say(`${labels}: ${count} labels${likely === null ? '' : `; looks like ${likely.name} ${likely.version}`}`);
    if (likely !== null) origins.push(likely);
  }
  for (const name of [plan.classifier, plan.detector].filter((part) => part !== null)) {
    const md5 = await hashOf(pathOf(name, files), 'md5');
    const known = recogniseModel(md5);
    const recognised = known === null ? 'not a file that we know' : `${known.name} ${known.version}, ${known.licence}`;
    say(`${name}: ${megabytes(statSync(pathOf(name, files)).size)}, MD5 ${md5}: ${recognised}`);
    if (known !== null) origins.push(known);
  }
  const version = plan.info?.version ?? stemOf(plan.detector ?? '');
  return joinOrigins(origins, { name: version, version });
}

interface Parts {
  readonly files: readonly GatheredFile[];
  readonly info: unknown;
  readonly origin: PackageOrigin;
  readonly folder: string;
  readonly storage: ImportArguments['storage'];
}

async function writeParts(plan: PackagePlan, parts: Parts, say: Say): Promise<void> {
  const { files, folder, origin } = parts;
  const classifier = plan.classifier === null ? null : await writeNetwork(plan.classifier, 'graph-module', parts, say);
  const detector = plan.detector === null ? null : await writeNetwork(plan.detector, 'yolov5', parts, say);
  for (const name of plan.texts) copyFileSync(pathOf(name, files), join(folder, name));
  const content = {
    ...(parts.info ?? { version: origin.version, type: 'always_crop' }),
    ...(classifier === null ? {} : { classifier }),
    ...(detector === null ? {} : { detector }),
  };
  writeFileSync(join(folder, INFO_FILE), `${JSON.stringify(content, null, 2)}\n`);
  if (detector === null) say('The package has no detector yet: the app asks for one when it is added.');
}

/** @returns the name of its .onnx file */
async function writeNetwork(
  name: string,
  family: ConvertedNetwork['family'],
  { files, folder, storage }: Parts,
  say: Say,
): Promise<string> {
  const path = pathOf(name, files);
  if (/\.onnx$/i.test(name)) {
    copyFileSync(path, join(folder, name));
    say(`${name}: an ONNX file already, taken as it is; the app tests it when it is added`);
    return name;
  }
  const startedAt = performance.now();
  const network = await convertNetwork({ name, path }, folder, storage);
  if (network.family !== family) {
    const expected = family === 'yolov5' ? 'a detector (YOLOv5)' : 'a classifier (GraphModule)';
    throw new ImportRefused(`"${name}": expected ${expected}, got a network of the other kind`);
  }
  for (const warning of network.warnings) say(`${name}: ${warning}`);
  say(`${network.onnx}: converted in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  say(`${network.onnx}: runs, finite and varied: ${await verifyNetwork(network, folder)}`);
  return network.onnx;
}

async function report(out: string, origin: PackageOrigin, say: Say): Promise<void> {
  const files = await describeFiles(out);
  say(`\n${out}`);
  for (const { name, size } of files) say(`  ${megabytes(size).padStart(9)}  ${name}`);
  const entry = createCatalogEntry(basename(out), origin, files);
  say(`\nFor models/catalog.json, when the folder lies beside it:\n${JSON.stringify(entry, null, 2)}`);
}

function pathOf(name: string, files: readonly GatheredFile[]): string {
  const file = files.find((candidate) => candidate.name === name);
  if (file === undefined) throw new Error(`expected a file "${name}"`);
  return file.path;
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
