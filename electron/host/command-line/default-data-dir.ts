import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where a program keeps its data unless told otherwise: a folder of its `name` in the system's place
 * for application data (XDG Base Directory Specification on Linux). The desktop app, web mode and
 * the standalone platform have one each, so that all can run.
 */
export function defaultDataDir(
  name: string,
  platform: NodeJS.Platform,
  environment: Environment,
  home = homedir(),
): string {
  if (platform === 'win32') {
    return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), name);
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name);
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), name);
}
