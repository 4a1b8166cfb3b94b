import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Tests of screens wait more than they work: a third keeps two cores busy.
    maxWorkers: 3,
  },
});
