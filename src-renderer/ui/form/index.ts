export type { BoundField } from './bound-field.ts';
export {
  CheckField,
  ChoiceField,
  QuarterHoursField,
  RadioField,
  SegmentField,
  choicesOf,
} from './choice-fields.tsx';
export { DateField, PeriodField, PeriodPresets } from './date-fields.tsx';
export type { PeriodPreset } from './date-fields.tsx';
export { EntityField } from './EntityField.tsx';
export type { EntityOption, EntitySource } from './EntityField.tsx';
export { FolderField } from './FolderField.tsx';
export { FieldRow, Form, FormDialog } from './Form.tsx';
export type { InputDraft } from './input-draft.ts';
export { NumberField, PasswordField, TextAreaField, TextField } from './text-fields.tsx';
export { usePeriodFields } from './period-fields.ts';
export { useOfficeForm } from './use-office-form.ts';
export type { OfficeForm } from './use-office-form.ts';
