import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/build-first.mjs'],
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A busy machine draws a screen in seconds; the default second is too short for it.
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
    // A window is drawn or gone late on a loaded machine: in CI a test is tried once more, and told.
    retry: process.env['CI'] === 'true' ? 1 : 0,
    // One process runs many files: the core's modules are read once, a browser is started once.
    // So no test may leave its mark on what is global (environment, timers, configuration).
    isolate: false,
  },
});
