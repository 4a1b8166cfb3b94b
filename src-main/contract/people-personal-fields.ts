import { z } from 'zod';
import { nothing } from './fields.ts';
import { command, query } from './operation.ts';
import { personalField } from './settings.ts';

/** Personal fields for everybody at once; whether a field is kept: `settings.savePersonalFields`. */
export const personalFieldsOperations = {
  /** How many people have a value in each field, kept or not. */
  'people.countPersonalFields': query(
    nothing,
    z.strictObject({ counts: z.record(personalField, z.int()) }),
  ),
  /**
   * Empties a field of everybody. `count` is the number of people that was shown before. Refusals:
   * `field-still-kept`, `field-count-changed`, `field-already-empty`.
   */
  'people.emptyPersonalField': command(
    z.strictObject({ field: personalField, count: z.int().min(0) }),
    z.strictObject({ emptied: z.int() }),
  ),
} as const;
