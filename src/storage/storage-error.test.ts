import { expect, it } from 'vitest';
import { settleStorage } from './settle-storage';
import { StorageError, toStorageError } from './storage-error';

it.each([
  ['QuotaExceededError', 'over', 'no-space'],
  ['NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR', '', 'no-space'],
  ['UnknownError', 'Encountered full disk while opening backing store for indexedDB.open.', 'no-space'],
  ['UnknownError', 'Internal error.', 'storage-unavailable'],
  ['InvalidStateError', 'The database connection is closing.', 'storage-unavailable'],
  ['SecurityError', 'denied', 'storage-unavailable'],
  ['NotReadableError', 'Data lost due to missing file.', 'storage-damaged'],
  ['NotFoundError', 'One of the specified object stores was not found.', 'storage-damaged'],
] as const)('%s (%s) is %s', (name, message, code) => {
  const cause = new DOMException(message, name);
  expect(toStorageError(cause, 'reading facts')).toMatchObject({ code, cause, name: 'StorageError' });
});

it('knows a quota error that is no DOMException', () => {
  const error = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
  expect(toStorageError(error, 'writing facts')).toMatchObject({ code: 'no-space' });
});

it.each([new TypeError('a bug'), new DOMException('not cloneable', 'DataCloneError'), 'text'])('leaves %s', (error) => {
  expect(toStorageError(error, 'x')).toBe(error);
});

it('answers a run with data, and throws bugs', async () => {
  expect(await settleStorage(Promise.resolve(3))).toEqual({ ok: true, value: 3 });
  const full = new StorageError('no-space', 'full');
  expect(await settleStorage(Promise.reject(full))).toEqual({
    ok: false,
    error: { code: 'no-space', message: 'full' },
  });
  await expect(settleStorage(Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
});
