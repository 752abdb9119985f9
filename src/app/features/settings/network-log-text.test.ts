import { expect, it } from 'vitest';
import { networkLogText } from './network-log-text';

it('says zero in words when nothing was asked for', () => {
  expect(networkLogText({ isKept: true, entries: [] })).toBe('0 requests to other addresses\n');
});

it('counts what left, not what was blocked, and lists both', () => {
  const log = networkLogText({
    isKept: true,
    entries: [
      { at: 0, address: 'https://a.example/x', purpose: 'other', outcome: 'blocked', bytes: null },
      { at: 1000, address: 'https://b.example/m.onnx', purpose: 'model-download', outcome: 'allowed', bytes: 12 },
    ],
  });
  expect(log.split('\n')).toEqual([
    '1 request to other addresses',
    'Time\tAddress\tWhy\tOutcome\tSize',
    '1970-01-01T00:00:00.000Z\thttps://a.example/x\tNot asked for\tBlocked\t',
    '1970-01-01T00:00:01.000Z\thttps://b.example/m.onnx\tModel download you asked for\tAllowed\t12',
    '',
  ]);
});
