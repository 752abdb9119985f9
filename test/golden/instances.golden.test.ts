import { expect, it } from 'vitest';
import { prepareInstances, type InstanceSources } from '../../src/domain/instances';
import { describeGolden } from './golden-folder';

interface InstancesCase {
  readonly id: string;
  readonly tag: string;
  readonly in: { readonly args: Readonly<Record<string, unknown>>; readonly files: Readonly<Record<string, string>> };
  readonly out: { readonly error?: string; readonly result: unknown };
}

describeGolden<{ cases: readonly InstancesCase[] }>('speciesnet/instances.json', ({ cases }) => {
  it.each(cases)('$id $tag', ({ in: input, out }) => {
    const prepare = () => prepareInstances(sourcesOf(input.args), filesOf(input.files));
    if (out.error !== undefined) expect(prepare).toThrow();
    else expect(prepare()).toStrictEqual(out.result);
  });
});

/** The reference's argument names in our spelling. */
function sourcesOf(args: Readonly<Record<string, unknown>>): InstanceSources {
  const entries = Object.entries(args).map(([name, value]) => {
    return [name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), value];
  });
  return Object.fromEntries(entries) as InstanceSources;
}

function filesOf(files: Readonly<Record<string, string>>) {
  return {
    paths: Object.keys(files),
    readText(path: string) {
      const text = files[path];
      if (text === undefined) throw new Error(`${path} is not there`);
      return text;
    },
  };
}
