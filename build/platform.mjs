import { pathToFileURL } from 'node:url';
import { endWithNpm } from './end-with-npm.mjs';
import { projectPath } from './project.mjs';

// The built platform reads the command line, and ends the process itself.
endWithNpm();
await import(pathToFileURL(projectPath('out/platform/cli.js')).href);
