import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { build, createServer } from 'vite';
import { bundles, rendererBundle } from './bundles.mjs';
import { endWithNpm } from './end-with-npm.mjs';
import { projectPath } from './project.mjs';

/**
 * `npm run dev`: the page with hot reload, against web mode. The page comes from Vite, its door is
 * handed on to web mode. A change outside the page needs a restart.
 */
endWithNpm();
for (const bundle of bundles) await build(bundle);

const host = spawn(
  process.execPath,
  [projectPath('out/web/main.js'), '--port', '0', '--no-open', ...process.argv.slice(2)],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
host.on('exit', (code) => process.exit(code ?? 1));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => host.kill(signal));
}
const [line] = await once(createInterface(host.stdout), 'line');
const address = new URL(String(line).slice(String(line).indexOf('http')));
const key = address.searchParams.get('key');

const server = await createServer({
  ...rendererBundle,
  base: '/',
  logLevel: 'info',
  server: {
    host: '127.0.0.1',
    proxy: {
      '/exports': { target: address.origin, changeOrigin: true },
      '/door': {
        target: address.origin,
        ws: true,
        changeOrigin: true,
        configure(proxy) {
          // Only Vite's own page may use the door, which would refuse that page's origin.
          proxy.on('proxyReqWs', (toDoor, { headers }, socket) => {
            if (headers.origin === `http://${headers.host}`) {
              toDoor.setHeader('origin', address.origin);
            } else socket.destroy();
          });
        },
      },
    },
  },
  plugins: [
    ...(rendererBundle.plugins ?? []),
    {
      name: 'key-to-cookie',
      configureServer({ middlewares }) {
        // Cookies do not know ports: web mode gets the one that is set here.
        middlewares.use((request, response, next) => {
          const asked = new URL(request.url ?? '/', address).searchParams.get('key');
          if (asked === key) {
            const name = `tricorder-${address.port}`;
            response.setHeader('Set-Cookie', `${name}=${key}; HttpOnly; SameSite=Strict; Path=/`);
          }
          next();
        });
      },
    },
  ],
});
await server.listen();
console.log(`The page with hot reload: ${server.resolvedUrls?.local[0]}?key=${key}`);
