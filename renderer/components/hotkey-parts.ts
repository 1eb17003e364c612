const onMac: Readonly<Record<string, string>> = { mod: '⌘', alt: '⌥', shift: '⇧', ctrl: '⌃' };
const elsewhere: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  ctrl: 'Ctrl',
};
const named: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

/** The engravings of a hotkey's keys; a character that is typed with Shift is shown alone. */
export function hotkeyParts(hotkey: string, isMac: boolean): string[] {
  const names = isMac ? onMac : elsewhere;
  const parts = hotkey === '+' ? [hotkey] : hotkey.split('+');
  const shown = parts.at(-1) === '?' ? parts.slice(-1) : parts;
  return shown.map((part) => names[part] ?? named[part] ?? part.replace('Digit', ''));
}
