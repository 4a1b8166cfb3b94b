import { text } from 'node:stream/consumers';
import { systemClock } from '../../ports/system-clock.ts';
import { keepFilesPrivate } from '../shared/private-files.ts';
import { runCommandLine } from './run.ts';

keepFilesPrivate();
process.exitCode = await runCommandLine(
  process.argv.slice(2),
  {
    out: (line) => void process.stdout.write(line),
    err: (line) => void process.stderr.write(line),
    readStdin: () => text(process.stdin),
  },
  systemClock,
);
