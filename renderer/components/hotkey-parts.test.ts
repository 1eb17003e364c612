import { expect, it } from 'vitest';
import { hotkeyParts } from './hotkey-parts.ts';

it.each([
  ['mod+K', ['Ctrl', 'K'], ['⌘', 'K']],
  ['mod+shift+Enter', ['Ctrl', 'Shift', 'Enter'], ['⌘', '⇧', 'Enter']],
  ['alt+PageDown', ['Alt', 'Page Down'], ['⌥', 'Page Down']],
  ['shift+?', ['?'], ['?']],
  ['alt+Digit1', ['Alt', '1'], ['⌥', '1']],
  ['[', ['['], ['[']],
])('%s is engraved as on the keyboard at hand', (hotkey, pc, mac) => {
  expect(hotkeyParts(hotkey, false)).toEqual(pc);
  expect(hotkeyParts(hotkey, true)).toEqual(mac);
});
