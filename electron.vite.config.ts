import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { documentFontFiles } from './src-main/documents/html-styles.ts';

const root = dirname(fileURLToPath(import.meta.url));
const src = (path: string): string => join(root, 'src-main', path);

/**
 * Provided at run time: Electron itself and the native database. The rest are drivers of other
 * databases that knex names but never loads here.
 */
const external = [
  /^(?:electron|better-sqlite3)$/u,
  /^(?:sqlite3|mysql2?|mariadb|pg|pg-native|pg-query-stream|oracledb|tedious)(?:\/|$)/u,
];

/** Document fonts beside the bundles; hosts serve them under `/fonts/`. */
const documentFonts = (): Plugin => ({
  name: 'office-document-fonts',
  closeBundle() {
    const target = join(root, 'out', 'fonts');
    mkdirSync(target, { recursive: true });
    for (const file of documentFontFiles)
      cpSync(join(root, 'node_modules/@fontsource/tinos/files', file), join(target, file));
  },
});

/** Pure JavaScript is bundled, so that the package carries one native module and no sources. */
const bundleAll = {
  externalizeDeps: false,
  sourcemap: false,
  reportCompressedSize: false,
} as const;

export default defineConfig({
  main: {
    plugins: [documentFonts()],
    build: {
      ...bundleAll,
      outDir: 'out/main',
      rollupOptions: {
        external,
        input: {
          electron: src('hosts/electron/main.ts'),
          http: src('hosts/http/main.ts'),
          cli: src('hosts/cli/main.ts'),
          'core-worker': src('app/worker.ts'),
          'tables-worker': src('app/tables-worker.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // Workers are found beside the module that starts them: no sub-folder for chunks.
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      ...bundleAll,
      outDir: 'out/preload',
      rollupOptions: {
        external: ['electron'],
        input: { preload: src('hosts/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: {
      ...bundleAll,
      // The start of the screens is mostly reading their code.
      minify: true,
      cssMinify: true,
      assetsInlineLimit: 0,
      outDir: 'out/renderer',
      rollupOptions: {
        input: join(root, 'src-renderer', 'index.html'),
      },
    },
  },
});
