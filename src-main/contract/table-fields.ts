/** Columns of a generic table by what its rows tell, in the order of the wizard. */
export const tableFields = {
  'mark-rows': [
    'student',
    'lastName',
    'firstName',
    'middleName',
    'className',
    'subject',
    'date',
    'lessonNumber',
    'mark',
    'enteredOn',
    'teacher',
  ],
  'lesson-rows': ['className', 'subject', 'date', 'lessonNumber', 'topic', 'homework', 'teacher'],
} as const;

export type TableKind = keyof typeof tableFields;
export type TableField = (typeof tableFields)[TableKind][number];
