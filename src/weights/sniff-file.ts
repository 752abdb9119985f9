import type { ByteSource } from './byte-source';

/** What a file is by its first bytes, whatever its name says. */
export type FileKind =
  | 'empty'
  | 'git-lfs-pointer' // the small text that git keeps in place of a large file
  | 'web-page' // a download page saved under the file's name
  | 'pytorch' // a PyTorch checkpoint: a zip whose first entry is data.pkl, or a bare pickle
  | 'zip'
  | 'gzip' // also .tar.gz
  | 'json'
  | 'other';

const HEAD_BYTES = 1024;
const ZIP_LOCAL_HEADER_BYTES = 30;

/** Reads the first kilobyte and says what the file is. Never refuses: 'other' is an answer. */
export async function sniffFile(source: ByteSource): Promise<FileKind> {
  if (source.size === 0) return 'empty';
  const head = await source.slice(0, Math.min(HEAD_BYTES, source.size));
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return isTorchArchive(head) ? 'pytorch' : 'zip';
  if (startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return 'zip'; // an archive without entries
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip';
  if (isBarePickle(head)) return 'pytorch';
  const text = new TextDecoder('utf-8').decode(head).trimStart();
  if (text.startsWith('version https://git-lfs.github.com/spec/')) return 'git-lfs-pointer';
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(text))
    return 'web-page';
  if (/^[{[]\s*(?:["{[\]}\d-]|true|false|null)/.test(text)) return 'json';
  return 'other';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** torch.save writes `<folder>/data.pkl` as the first entry of its zip (torch 1.6 to 2.x). */
function isTorchArchive(head: Uint8Array): boolean {
  const nameLength = (head[26] ?? 0) + (head[27] ?? 0) * 256;
  const name = new TextDecoder().decode(head.subarray(ZIP_LOCAL_HEADER_BYTES, ZIP_LOCAL_HEADER_BYTES + nameLength));
  return /(?:^|\/)data\.pkl$/.test(name);
}

/** torch.save before 1.6: pickle protocol 2, then the magic number 0x1950a86a20f9469cfc6c as a ten-byte LONG1. */
function isBarePickle(head: Uint8Array): boolean {
  return startsWith(head, [0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19]);
}
