/** Run as a process of its own by tests/faults/kills.test.ts: one command, killed on the way. */
import { once } from 'node:events';
import { runTask } from './kill-task.ts';

await runTask(JSON.parse(process.argv[2] ?? ''), async () => {
  console.log('ready');
  await once(process.stdin, 'data');
});
console.log('done');
process.stdin.destroy();
