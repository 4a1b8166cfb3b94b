/** Before every file of tests: what its tests start ends with them. */
import { afterAll, afterEach, beforeEach } from 'vitest';
import { fileEnds, testBegins, testEnds } from './child.ts';

beforeEach(testBegins);
afterEach(testEnds);
afterAll(fileEnds);
