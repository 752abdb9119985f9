/** `npm run import-weights`: published weights become a package folder. Arguments: scripts/weights/import/import-arguments.ts. */
import { ParseError } from '../src/domain/parse-error';
import { CheckpointError } from '../src/weights/checkpoint-error';
import { ArchiveError } from '../src/weights/archive-error';
import { ArgumentError } from './weights/argument-error';
import { parseImportArguments, USAGE } from './weights/import/import-arguments';
import { importPackage } from './weights/import/import-package';
import { ImportRefused } from './weights/import/import-refused';

const REFUSALS = [ImportRefused, CheckpointError, ArchiveError, ParseError];

try {
  await importPackage(parseImportArguments(process.argv.slice(2)), console.log);
} catch (error) {
  if (error instanceof ArgumentError) {
    console.error(`${error.message}\n${USAGE}`);
    process.exitCode = 2;
  } else if (error instanceof Error && REFUSALS.some((refusal) => error instanceof refusal)) {
    console.error(error.message);
    process.exitCode = 1;
  } else {
    throw error;
  }
}
