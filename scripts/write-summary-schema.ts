/** Rewrites resources/information-summary.schema.json; a test fails while it is out of date. */
import { writeFileSync } from 'node:fs';
import { packageJsonSchemaText } from '../src-main/features/summary/json-schema.ts';

writeFileSync(
  new URL('../resources/information-summary.schema.json', import.meta.url),
  packageJsonSchemaText(),
);
