import type { Migration } from './index.ts';

/**
 * A sheet that was not handed over may be corrected (domain.md §6): the new one replaces it. Sheets
 * printed before stand as they are, several of one week too: nobody has declared any of them void.
 *
 * Homework of refusing families gets a setting of its own, off unless it was chosen. An office that
 * printed none prints none for them either. That homework was on tells nothing, it was so from the
 * beginning, unless the history knows that it was off before: then somebody has chosen it.
 */
const chosenOn = `value ->> 'homework' = 1 AND EXISTS (SELECT 1 FROM audit_changes
    WHERE table_name = 'settings' AND before ->> 'key' = 'sheets'
      AND (before ->> 'value') ->> 'homework' = 0)`;

/** As text: in an image of the history the value of a setting is no object. */
const withChoice = (value: string): string =>
  `json_set(${value}, '$.homeworkOnRefusal', json('true')) || ''`;

/** The history tells the same, so that an earlier saving of the settings can be taken back. */
const mapImage = (column: 'before' | 'after'): string =>
  `UPDATE audit_changes SET ${column} = json_set(${column}, '$.value',
      ${withChoice(`${column} ->> 'value'`)})
    WHERE table_name = 'settings' AND ${column} ->> 'key' = 'sheets'
      AND (${column} ->> 'value') ->> 'homework' = 1
      AND EXISTS (SELECT 1 FROM settings s
        WHERE s.key = 'sheets' AND s.value ->> 'homeworkOnRefusal' = 1)`;

export const correctedSheets: Migration = {
  name: '0026-corrected-sheets',
  statements: [
    // The sheet printed instead of this one, which is void by it and was handed over to nobody.
    `ALTER TABLE sheets ADD COLUMN replaced_by INTEGER REFERENCES sheets (id)
      CHECK (replaced_by IS NULL OR handed_on IS NULL)`,
    `CREATE INDEX sheets_by_replaced ON sheets (replaced_by) WHERE replaced_by IS NOT NULL`,
    `UPDATE settings SET value = ${withChoice('value')} WHERE key = 'sheets' AND ${chosenOn}`,
    mapImage('before'),
    mapImage('after'),
  ],
};
