import { spawn } from 'node:child_process';

/** The platform's own opener, and null where nobody would see what it opens. */
function openerOf(platform: NodeJS.Platform): readonly [string, ...string[]] | null {
  if (process.env.CI) return null;
  if (platform === 'darwin') return ['open'];
  // `start` takes its first quoted argument for a window title.
  if (platform === 'win32') return ['cmd', '/c', 'start', '""'];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}

/** Shows an address in the user's browser. Failures are ignored: the address is printed anyway. */
export function openBrowser(address: string): void {
  const opener = openerOf(process.platform);
  if (!opener) return;
  const [command, ...args] = opener;
  const child = spawn(command, [...args, address], { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
}
