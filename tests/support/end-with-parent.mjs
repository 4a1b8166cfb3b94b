/** Loaded first by every Node process that `child.ts` starts, and by theirs: none outlives its starter. */
import { isMainThread } from 'node:worker_threads';

const parent = process.ppid;
/** Told by the starter, which may have been killed before this line is reached. */
const starter = Number(process.env.TEST_STARTER ?? parent);

const lives = () => {
  if (process.ppid !== parent) return false;
  try {
    return process.kill(starter, 0);
  } catch (error) {
    return error.code === 'EPERM'; // it lives, under another user
  }
};

const end = () => {
  try {
    process.kill(-process.pid, 'SIGKILL'); // the group this process leads, if it leads one
  } catch {
    process.kill(process.pid, 'SIGKILL');
  }
};

if (isMainThread) {
  process.env.TEST_STARTER = `${process.pid}`;
  setInterval(() => lives() || end(), 300).unref();
}
