import { expect, it } from 'vitest';
import { BLANK, UNKNOWN } from '../special-labels';
import { mdClassName } from './md-class-name';

it.each([
  ['u;mammalia;carnivora;felidae;lynx;lynx;eurasian lynx', 'eurasian lynx'],
  [BLANK, 'blank'],
  [UNKNOWN, 'no cv result'],
  ['u;mammalia;carnivora;felidae;lynx;lynx; ', 'lynx lynx'],
  ['u;mammalia;carnivora;felidae;lynx;;', 'lynx species'],
  ['u;mammalia;carnivora;felidae;;;', 'felidae family'],
  ['u;mammalia;carnivora;;;;', 'carnivora order'],
  ['u;mammalia;;;;;', 'mammalia class'],
  ['u;;;;;;', 'u;;;;;;'],
])('%s is called %s', (label, name) => expect(mdClassName(label)).toBe(name));
