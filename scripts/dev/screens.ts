import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import type { ViteDevServer } from 'vite';
import { notFound } from '../../src-main/hosts/http/pages.ts';
import type { Screens } from '../../src-main/hosts/http/pages.ts';
import { commonHeaders, policyOf, screensRules } from '../../src-main/hosts/shared/policies.ts';
import { root } from '../ensure-built.mjs';

/** Where the packages lie: above the root when that is a copy inside another tree. */
export const packages = dirname(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))));

/**
 * The policy of the product, loosened by three things: Vite's own script inside the page and its
 * style elements by a nonce, and the worker in which its client waits for a restarted host. A
 * <style> element of ours breaks here as it does in the product.
 */
const developmentPolicy = (nonce: string): string =>
  policyOf({
    ...screensRules,
    'script-src': `${screensRules['script-src']} 'nonce-${nonce}'`,
    'style-src': `${screensRules['style-src']} 'nonce-${nonce}'`,
    'worker-src': 'blob:',
  });

/** Keeps the sources' own folders apart from the host's addresses (`/api/`, `/print/`). */
const base = '/dev/';

export interface DevScreens {
  readonly vite: ViteDevServer;
  readonly screens: Screens;
}

/** The screens from their sources, with hot reload over the host's own port. */
export const createDevScreens = async (server: Server): Promise<DevScreens> => {
  const nonce = randomBytes(16).toString('base64url');
  const vite = await createServer({
    configFile: false,
    base,
    root: join(root, 'src-renderer'),
    plugins: [react()],
    clearScreen: false,
    html: { cspNonce: nonce },
    server: {
      middlewareMode: true,
      cors: false,
      ws: { server },
      fs: { allow: [root, packages] },
    },
  });
  const headers = { ...commonHeaders, 'Content-Security-Policy': developmentPolicy(nonce) };
  const screens: Screens = (request, response, pathname) =>
    new Promise((resolve, reject) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (pathname === '/') request.url = base;
      response.once('close', resolve);
      vite.middlewares(request, response, (error?: Error) => {
        if (error) return reject(error);
        notFound(response);
      });
    });
  return { vite, screens };
};
