import './api/zod-setup.ts';

/*
 * A dynamic import, so that zod is set up before any chunk that holds contract schemas runs:
 * static imports of shared chunks would be evaluated first.
 */
const { start } = await import('./app/start.tsx');
start();
