import { describe, expect, it } from 'vitest';
import { commandFor, isCombination, type Command, type KeyPress } from './command';

const press = (key: string, code = '', modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});

describe('isCombination', () => {
  it.each([
    [press('c', 'KeyC'), 'C', true],
    [press('C', 'KeyC', { shiftKey: true }), 'C', false],
    [press('C', 'KeyC', { shiftKey: true }), 'Shift+C', true],
    [press('c', 'KeyC', { ctrlKey: true }), 'C', false],
    [press('c', 'KeyC', { altKey: true }), 'C', false],
    [press('z', 'KeyZ', { ctrlKey: true }), 'Ctrl+Z', true],
    [press('z', 'KeyZ', { metaKey: true }), 'Ctrl+Z', true],
    [press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), 'Ctrl+Z', false],
    [press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Z', true],
    [press('с', 'KeyC'), 'C', true], // a Cyrillic letter on the same key
    [press('z', 'KeyY'), 'Y', false], // a German keyboard: the letter counts
    [press('z', 'KeyY'), 'Z', true],
    [press('1', 'Digit1'), '1', true],
    [press('!', 'Digit1', { shiftKey: true }), 'Shift+1', true],
    [press('&', 'Digit1'), '1', true], // a French keyboard
    [press('+', 'BracketRight', { shiftKey: true }), '+', true],
    [press('?', 'Slash', { shiftKey: true }), '?', true],
    [press('Backspace', 'Backspace'), 'Backspace', true],
    [press('Backspace', 'Backspace', { shiftKey: true }), 'Backspace', false],
    [press('ArrowRight', 'ArrowRight', { shiftKey: true }), 'Shift+ArrowRight', true],
  ])('%j is %s: %j', (event, combination, expected) => {
    expect(isCombination(event, combination)).toBe(expected);
  });
});

describe('commandFor', () => {
  const command = (id: string, keys: readonly string[], isEnabled = true): Command => ({
    id,
    keys,
    isEnabled,
    label: id,
    group: '',
    run: () => undefined,
  });

  it('finds the first that can be done now', () => {
    const commands = [command('off', ['C'], false), command('confirm', ['C', 'Enter']), command('copy', ['Ctrl+C'])];
    expect(commandFor(press('c', 'KeyC'), commands)?.id).toBe('confirm');
    expect(commandFor(press('Enter', 'Enter'), commands)?.id).toBe('confirm');
    expect(commandFor(press('c', 'KeyC', { ctrlKey: true }), commands)?.id).toBe('copy');
    expect(commandFor(press('x', 'KeyX'), commands)).toBeNull();
  });
});
