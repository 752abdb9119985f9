import { describe, expect, it } from 'vitest';
import { createMemorySource } from './byte-source';
import { sniffFile, type FileKind } from './sniff-file';

const text = (words: string) => new TextEncoder().encode(words);

function localHeader(name: string): Uint8Array {
  const header = new Uint8Array(30 + name.length);
  header.set([0x50, 0x4b, 0x03, 0x04]);
  header[26] = name.length;
  header.set(text(name), 30);
  return header;
}

describe('sniffFile', () => {
  const cases: [string, Uint8Array, FileKind][] = [
    ['nothing', new Uint8Array(0), 'empty'],
    [
      'a Git LFS pointer',
      text('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n'),
      'git-lfs-pointer',
    ],
    ['a web page', text('\n<!DOCTYPE html><html>'), 'web-page'],
    ['a web page after a comment', text('<!-- saved -->\n<html lang="en">'), 'web-page'],
    ['a web page of the XML kind', text('\ufeff<?xml version="1.0"?>\n<html>'), 'web-page'],
    ['a checkpoint', localHeader('md_v5a/data.pkl'), 'pytorch'],
    ['an archive', localHeader('info.json'), 'zip'],
    ['an archive without entries', Uint8Array.of(0x50, 0x4b, 5, 6, 0), 'zip'],
    ['an old checkpoint', Uint8Array.of(128, 2, 138, 10, 108, 252, 156, 70, 249, 32, 106, 168, 80, 25), 'pytorch'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8), 'gzip'],
    ['a JSON object', text('{"version": "1"}'), 'json'],
    ['a JSON list', text('[1, 2]'), 'json'],
    ['an ONNX file', Uint8Array.of(8, 7, 18, 7, 112, 121), 'other'],
    ['a label list', text('8a57d557-41a8-4282-9e37-59f1b9e806ea;mammalia;;;;;mammal'), 'other'],
  ];
  it.each(cases)('%s', async (_, bytes, kind) => {
    expect(await sniffFile(createMemorySource(bytes))).toBe(kind);
  });
});
