/** Saves what lies at an address of the page's own origin, or in its memory, as if its link had been clicked. */
export function download(href: string, name: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
}
