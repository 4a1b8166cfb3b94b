/**
 * Loaded by `node --import`: from then on `import … from 'electron'` gives the stand-in, so that
 * the built main bundle runs unmodified in plain Node with a real Chromium behind its windows.
 */
import { registerHooks } from 'node:module';

const url = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url, shortCircuit: true } : next(specifier, context),
});
