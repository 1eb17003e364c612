/**
 * The window's own keys, as @mantine/hooks writes them: `mod` is ⌘ on a Mac and Ctrl elsewhere. In
 * web mode the browser keeps Ctrl+T, Ctrl+N, Ctrl+W and Ctrl+Tab for itself: none of them is used.
 */
export const hotkeys = {
  palette: 'mod+K',
  keyboardSheet: 'shift+?',
  preferences: 'mod+,',
  deviceList: 'mod+B',
  filter: 'mod+F',
  nextTab: 'alt+PageDown',
  previousTab: 'alt+PageUp',
  connection: 'mod+shift+Enter',
  looks: ['alt+1', 'alt+2', 'alt+3', 'alt+4'],
} as const;
