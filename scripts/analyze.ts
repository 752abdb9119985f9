/** `npm run analyze`: the built app, driven without hands. Arguments: scripts/analyze/arguments.ts. */
import { analyze, PackageRefused, RunEnded } from './analyze/analyze';
import { ArgumentError, parseAnalyzeArguments, USAGE } from './analyze/arguments';

try {
  await analyze(parseAnalyzeArguments(process.argv.slice(2)), (line) => console.log(line));
} catch (error) {
  if (error instanceof ArgumentError) {
    console.error(`${error.message}\n${USAGE}`);
    process.exitCode = 2;
  } else if (error instanceof PackageRefused) {
    console.error(error.message);
    process.exitCode = 2;
  } else if (error instanceof RunEnded) {
    console.error(error.message);
    process.exitCode = 1;
  } else {
    throw error;
  }
}
