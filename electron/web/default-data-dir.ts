import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where web mode keeps its data unless told otherwise: the system's place for application data
 * (XDG Base Directory Specification on Linux). Not the desktop's folder, so that both can run.
 */
export function defaultDataDir(
  platform: NodeJS.Platform,
  environment: Environment,
  home = homedir(),
): string {
  const name = 'tricorder-web';
  if (platform === 'win32') {
    return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), name);
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name);
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), name);
}
