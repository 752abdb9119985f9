import type { BackendFinding } from '../../../domain/backend-finding';
import { formatNumber, numberFormat } from '../../shared/format/number-format';
import { plural } from '../plural';

/** What a test of a backend found, below its verdict or its reason. */
export const backendFindings = {
  words: (finding: BackendFinding): string => {
    switch (finding.code) {
      case 'threads':
        return `${formatNumber(finding.threads)} ${plural(finding.threads, { one: 'thread', other: 'threads' })}`;
      case 'no-webgpu':
        return 'no WebGPU in this browser';
      case 'no-float16':
        return 'the networks need float16, and the graphics adapter lacks it (shader-f16)';
      case 'not-finite':
        return 'numbers that are not finite';
      case 'constant':
        return 'the same answer for different pictures';
      case 'tested-before':
        return 'found by the test of this package on the Models screen';
      case 'differs':
        return `WebGPU and WASM differ by ${share(finding.difference)}; at most ${share(finding.tolerance)} is allowed`;
      case 'speeds':
        return `WebGPU ${formatNumber(finding.webgpu)} ms, WASM ${formatNumber(finding.wasm)} ms`;
    }
  },
} as const;

/** Parts of the largest number as percent; NaN and infinity are written as such. */
const share = (part: number) => numberFormat({ style: 'percent', maximumSignificantDigits: 2 }).format(part);
