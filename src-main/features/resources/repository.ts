import type { Knex } from 'knex';
import type { z } from 'zod';
import type { ResourceFields, ResourceRow, resourceAppeal } from '../../contract/resources.ts';
import { whereContains } from '../../database/search.ts';
import { fold } from '../../domain/names.ts';

/** SQL of the resources register. */

interface ResourceRecord {
  readonly id: number;
  readonly title: string;
  readonly subject: string;
  readonly parallel: number;
  readonly topic: string;
  readonly author_id: number | null;
  readonly author_name: string | null;
  readonly url: string;
  readonly posted_on: string;
  readonly appeal_count: number;
}

const teacherName = (alias: string): string =>
  `${alias}.last_name || ' ' || ${alias}.first_name || coalesce(' ' || ${alias}.middle_name, '')`;

const resourceColumns = (db: Knex): readonly (string | Knex.Raw)[] => [
  'resources.*',
  db.raw(`${teacherName('author')} AS author_name`),
  db.raw(
    '(SELECT count(*) FROM appeal_resources ar WHERE ar.resource_id = resources.id) AS appeal_count',
  ),
];

/** Resources with the author's name and the number of appeals. */
export const resourcesQuery = (db: Knex): Knex.QueryBuilder =>
  db('resources')
    .leftJoin('teachers AS author', 'author.id', 'resources.author_id')
    .select(...resourceColumns(db));

export const toResourceRow = (record: ResourceRecord): ResourceRow => ({
  id: record.id,
  title: record.title,
  subject: record.subject,
  parallel: record.parallel,
  topic: record.topic,
  authorId: record.author_id,
  authorName: record.author_name,
  url: record.url,
  postedOn: record.posted_on,
  appealCount: record.appeal_count,
});

export interface ResourceQuestion {
  readonly search: string;
  readonly filters: {
    readonly subject?: string | undefined;
    readonly parallel?: number | undefined;
    readonly authorId?: number | undefined;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly linked?: boolean | undefined;
  };
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  readonly offset: number;
  readonly limit: number;
}

const sortColumns: Readonly<Record<string, string>> = {
  // The folded text starts with the title: Ё stands in its place of the alphabet.
  title: 'resources.search',
  subject: 'resources.subject',
  parallel: 'resources.parallel',
  postedOn: 'resources.posted_on',
  appealCount: 'appeal_count',
};

const narrow = (query: Knex.QueryBuilder, { search, filters }: ResourceQuestion): void => {
  whereContains(query, 'resources.search', search);
  if (filters.subject) void query.where('resources.subject', filters.subject);
  if (filters.parallel) void query.where('resources.parallel', filters.parallel);
  if (filters.authorId) void query.where('resources.author_id', filters.authorId);
  if (filters.from) void query.where('resources.posted_on', '>=', filters.from);
  if (filters.to) void query.where('resources.posted_on', '<=', filters.to);
  if (filters.linked !== undefined)
    void query.whereRaw(
      `${filters.linked ? '' : 'NOT '}EXISTS (SELECT 1 FROM appeal_resources l WHERE l.resource_id = resources.id)`,
    );
};

export const resourcePage = async (
  db: Knex,
  question: ResourceQuestion,
): Promise<{ readonly total: number; readonly rows: ResourceRow[] }> => {
  const count: { n: number } | undefined = await db('resources')
    .modify((query) => narrow(query, question))
    .count({ n: '*' })
    .first();
  const { column, descending } = question.sort ?? { column: 'postedOn', descending: true };
  const direction = descending ? 'desc' : 'asc';
  const rows: ResourceRecord[] = await resourcesQuery(db)
    .modify((query) => narrow(query, question))
    .orderBy([
      { column: sortColumns[column] ?? 'resources.posted_on', order: direction },
      { column: 'resources.id', order: direction },
    ])
    .offset(question.offset)
    .limit(question.limit);
  return { total: count?.n ?? 0, rows: rows.map(toResourceRow) };
};

export const readResource = async (db: Knex, id: number): Promise<ResourceRow | null> => {
  const record: ResourceRecord | undefined = await resourcesQuery(db)
    .where('resources.id', id)
    .first();
  return record ? toResourceRow(record) : null;
};

/** Candidates for an appeal: same subject and parallel first, then the newest. */
export const findResources = async (
  db: Knex,
  wanted: {
    readonly text: string;
    readonly subject: string | null;
    readonly parallel: number | null;
    readonly limit: number;
  },
): Promise<ResourceRow[]> => {
  const rows: ResourceRecord[] = await resourcesQuery(db)
    .modify((query) => whereContains(query, 'resources.search', wanted.text))
    .orderByRaw(
      'resources.subject IS ? DESC, resources.parallel IS ? DESC, resources.posted_on DESC, resources.id DESC',
      [wanted.subject, wanted.parallel],
    )
    .limit(wanted.limit);
  return rows.map(toResourceRow);
};

export const resourceAddresses = (
  db: Knex,
  exceptId: number | null,
): Promise<readonly { readonly id: number; readonly title: string; readonly url: string }[]> =>
  db('resources')
    .whereNot('id', exceptId ?? 0)
    .select('id', 'title', 'url');

const columnsOf = (fields: ResourceFields) => ({
  title: fields.title,
  subject: fields.subject,
  parallel: fields.parallel,
  topic: fields.topic,
  author_id: fields.authorId,
  url: fields.url,
  posted_on: fields.postedOn,
  search: fold(`${fields.title} ${fields.subject} ${fields.topic} ${fields.url}`),
});

export const insertResource = async (trx: Knex, fields: ResourceFields): Promise<number> => {
  const [id] = await trx('resources').insert(columnsOf(fields));
  return id as number;
};

export const updateResource = async (
  trx: Knex,
  id: number,
  fields: ResourceFields,
): Promise<void> => {
  await trx('resources').where({ id }).update(columnsOf(fields));
};

export const deleteResource = async (trx: Knex, id: number): Promise<void> => {
  await trx('resources').where({ id }).delete();
};

export const resourceSubjects = async (db: Knex): Promise<string[]> => {
  const rows: { subject: string }[] = await db('resources').distinct('subject').orderBy('subject');
  return rows.map(({ subject }) => subject);
};

/** Appeals a resource was given for, newest first. */
export const appealsOfResource = (
  db: Knex,
  resourceId: number,
): Promise<z.output<typeof resourceAppeal>[]> =>
  db('appeal_resources AS link')
    .join('appeals', 'appeals.id', 'link.appeal_id')
    .where('link.resource_id', resourceId)
    .orderBy([
      { column: 'appeals.year', order: 'desc' },
      { column: 'appeals.ordinal', order: 'desc' },
    ])
    .select({
      appealId: 'appeals.id',
      year: 'appeals.year',
      number: 'appeals.ordinal',
      registeredOn: 'appeals.registered_on',
      studentName: 'appeals.student_name',
      className: 'appeals.class_name',
      lessonTopic: 'appeals.lesson_topic',
      status: 'appeals.status',
      givenOn: 'link.given_on',
    });
