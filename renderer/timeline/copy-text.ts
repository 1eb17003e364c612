/**
 * Puts a text on the clipboard; call it while handling what the user did. The clipboard's newer,
 * asynchronous way asks for a permission, and the desktop's window refuses all of them.
 */
export function copyText(text: string): void {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
