import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { fold } from '../../domain/names.ts';
import { ownValue } from '../../domain/own-value.ts';
import { keptSql } from '../settings/index.ts';

/** Fields whose earlier values are offered while typing; nothing else can be asked for. */
const fields: Readonly<Record<string, readonly [table: string, columnSql: string][]>> = {
  subject: [
    ['teaching_assignments', 'subject'],
    ['appeals', 'subject'],
    ['resources', 'subject'],
  ],
  lessonTopic: [
    ['appeals', 'lesson_topic'],
    ['resources', 'topic'],
  ],
  resourceTitle: [['resources', 'title']],
  appealResult: [['appeals', 'result']],
  teacherPosition: [['teachers', 'position']],
  absenceNote: [['absences', 'note']],
  workNote: [['work_entries', 'note']],
  programmeName: [['classes', 'programme_name']],
  address: [
    ['students', keptSql('studentAddress', 'address')],
    ['guardians', keptSql('guardianAddress', 'address')],
  ],
};

const shown = 12;

/**
 * Values typed before in a field that contain `text` (ё = е, any case), most frequent first.
 * @throws OfficeError `suggestion-unknown`
 */
export const suggest = async (db: Knex, field: string, text: string): Promise<string[]> => {
  const sources = ownValue(fields, field);
  if (!sources) throw new OfficeError('suggestion-unknown', `Подсказок для поля «${field}» нет.`);
  const counts = new Map<string, number>();
  for (const [table, column] of sources) {
    const rows: { value: string; n: number }[] = await db(table)
      .whereRaw(`(${column}) IS NOT NULL`)
      .groupByRaw(column)
      .select({ value: db.raw(column) }, db.raw('count(*) AS n'));
    for (const { value, n } of rows) counts.set(value, (counts.get(value) ?? 0) + n);
  }
  const wanted = fold(text);
  return [...counts]
    .filter(([value]) => value !== text && fold(value).includes(wanted))
    .sort(([a, n], [b, m]) => m - n || a.localeCompare(b, 'ru'))
    .slice(0, shown)
    .map(([value]) => value);
};
