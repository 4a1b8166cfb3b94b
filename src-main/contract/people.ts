import { duplicatesOperations } from './people-duplicates.ts';
import { guardiansOperations } from './people-guardians.ts';
import { importOperations } from './people-import.ts';
import { personalFieldsOperations } from './people-personal-fields.ts';
import { studentsOperations } from './people-students.ts';
import { staffOperations } from './people-teachers.ts';

/** Students, guardians, teachers, classes, their import and duplicates (domain.md §1). */
export const peopleOperations = {
  ...studentsOperations,
  ...guardiansOperations,
  ...staffOperations,
  ...importOperations,
  ...duplicatesOperations,
  ...personalFieldsOperations,
} as const;
