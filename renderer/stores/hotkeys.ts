/**
 * The window's own keys, as @mantine/hooks writes them: `mod` is ⌘ on a Mac and Ctrl elsewhere, and
 * `Digit1` is a key, whatever it types. In web mode the browser keeps Ctrl+T, Ctrl+N, Ctrl+W and
 * Ctrl+Tab for itself: none of them is used.
 */
export const hotkeys = {
  palette: 'mod+K',
  keyboardSheet: 'shift+?',
  preferences: 'mod+,',
  deviceList: 'mod+B',
  filter: 'mod+F',
  goToPacket: 'mod+G',
  nextTab: 'alt+PageDown',
  previousTab: 'alt+PageUp',
  connection: 'mod+shift+Enter',
  looks: ['alt+Digit1', 'alt+Digit2', 'alt+Digit3', 'alt+Digit4', 'alt+Digit5'],
} as const;
