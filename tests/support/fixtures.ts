import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The only way to the files of tests/fixtures: nothing is read from outside the repository. */

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** Export files of one invented school; tests/fixtures/README.md tells what lies there. */
export const schoolFolder = join(fixtures, 'school-a');

/** Path of an export file of the invented school. */
export const schoolFile = (name: string): string => join(schoolFolder, name);

/** What a right import of the invented school finds. */
export interface ExpectedSchool {
  readonly students: number;
  readonly guardians: number;
  readonly classes: readonly string[];
  /** Marks (not cells) of each student by class; of two namesakes only one is named. */
  readonly marks: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly marks_total: Readonly<Record<string, number>>;
  readonly lessons: Readonly<Record<string, number>>;
  readonly lessons_without_homework: Readonly<Record<string, number>>;
}

export const expectedSchool = (): ExpectedSchool =>
  JSON.parse(readFileSync(schoolFile('expected.json'), 'utf8')) as ExpectedSchool;

/** Passages of the two sources whose words the forms repeat (docs/domain.md tells what S1 and S2 are). */
export type SourcePassage = 's1-responsible-and-journal' | 's1-appendix-2' | 's2-paragraph-7';

/** A passage of a source as it was published, spaces and line ends included. */
export const sourcePassage = (name: SourcePassage): string =>
  readFileSync(join(fixtures, 'sources', `${name}.txt`), 'utf8');
