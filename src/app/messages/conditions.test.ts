import { describe, expect, it } from 'vitest';
import type { ImageProblemCode } from '../../domain/failure';
import type { PackageErrorCode } from '../../rpc/package-api';
import type { DownloadErrorCode } from '../state/download-error';
import type { StorageErrorCode } from '../../storage/storage-error';
import { messages } from '.';
import { conditionCodes, wordsOf } from './conditions';
import { imageProblems } from './en/image-problems';
import { unknownCondition } from './en/unknown-condition';

/** The codes that are raised today, by whom; the types make a missing one of a package or the storage an error. */
const packageCodes: Readonly<Record<PackageErrorCode, true>> = {
  'nothing-usable': true,
  'several-packages': true,
  'info-not-json': true,
  'info-invalid': true,
  'file-missing': true,
  'label-invalid': true,
  'label-count': true,
  'taxonomy-invalid': true,
  'geofence-invalid': true,
  'git-lfs-pointer': true,
  'web-page': true,
  'not-onnx': true,
  'checkpoint-damaged': true,
  'checkpoint-legacy': true,
  'checkpoint-torchscript': true,
  'checkpoint-weights-only': true,
  'checkpoint-unsupported': true,
  'checkpoint-unsafe': true,
  'checkpoint-too-large': true,
  'archive-unreadable': true,
  'unsupported-layout': true,
  'unsupported-classes': true,
  'not-a-classifier': true,
  'session-failed': true,
  'self-test-failed': true,
  'constant-output': true,
  'out-of-memory': true,
};
const storageCodes: Readonly<Record<StorageErrorCode, true>> = {
  'no-space': true,
  'storage-unavailable': true,
  'storage-damaged': true,
  'storage-newer': true,
};
const downloadCodes: Readonly<Record<DownloadErrorCode, true>> = {
  'download-interrupted': true,
  'download-unreachable': true,
  'download-answer': true,
  'download-not-listed': true,
  'download-needs-service-worker': true,
  'download-wrong-size': true,
  'download-wrong-hash': true,
  'download-elsewhere': true,
  'catalog-unreadable': true,
};
const runCodes = [
  'worker-died',
  'device-lost',
  'networks-unavailable',
  'running-elsewhere',
  'run-under-way',
  'package-missing',
  'folder-gone',
  'save-failed',
  'save-no-space',
  'save-not-allowed',
  'no-package-for-rules',
  'permission-denied',
  'package-damaged',
  'package-stuck',
  'package-check-died',
  'storage-evicted',
  'update-waits',
  'import-refused',
  'import-unreadable',
  'compare-refused',
  'merge-refused',
  'merge-no-package',
  'merge-other-labels',
  'merge-other-type',
  'merge-labels-unknown',
  'merge-package-missing',
  'merge-no-own-package',
  'merge-other-mode',
  'names-refused',
  'fast-detector-gone',
  'quantise-unsupported',
];
const raised = [...Object.keys(packageCodes), ...Object.keys(storageCodes), ...Object.keys(downloadCodes), ...runCodes];

describe('conditions', () => {
  it.each(raised)('%s has words of its own', (code) => {
    const words = wordsOf({ code, details: {}, technical: null });
    expect(words).not.toEqual(unknownCondition());
  });

  it.each(conditionCodes)('%s says what happened, what it means and what to do', (code) => {
    const { title, meaning, next } = wordsOf({ code, details: {}, technical: null });
    expect(title).toMatch(/^[\p{Lu}0-9“].*[^.]$/su); // a point is set behind it
    expect(meaning).toMatch(/\.$/);
    expect(next).toMatch(/\.$/);
    // Words of a design rule: no code in front, no begging.
    expect(`${title} ${meaning} ${next}`).not.toMatch(/undefined|NaN|please|oops|sorry/i);
  });

  it('names what it is about, with numbers as the person writes them', () => {
    const condition = { code: 'label-count', details: { labels: 2498, outputs: 2490 }, technical: null };
    expect(wordsOf(condition).title).toMatch(/2.?498 labels, 2.?490 outputs/);
    const gone = { code: 'folder-gone', details: { name: 'TRAPS_04' }, technical: null };
    expect(wordsOf(gone).title).toBe('TRAPS_04 is not connected');
  });

  it('has honest words for a code nobody knows, even one that objects inherit', () => {
    for (const code of ['never-heard-of', 'constructor', '__proto__']) {
      expect(wordsOf({ code, details: {}, technical: 'x' })).toEqual(unknownCondition());
    }
  });

  it('offers only deeds that have a name on a button', () => {
    for (const code of conditionCodes) {
      const { action } = wordsOf({ code, details: {}, technical: null });
      if (action !== null) expect(messages.shell.conditionActions[action]).toBeTruthy();
    }
  });
});

describe('problems of images', () => {
  const codes = Object.keys(imageProblems) as ImageProblemCode[];

  it.each(codes)('%s has a short word and a sentence', (code) => {
    const { short, full } = imageProblems[code];
    expect(short).toMatch(/^[a-z].{4,30}$/);
    expect(full).toMatch(/^[A-Z].*\.$/);
  });
});
