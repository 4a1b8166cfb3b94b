import type { Knex } from 'knex';
import type { ResourceFields, ResourceRow, resourceAppeal } from '../../contract/resources.ts';
import type { ValueOf } from '../../contract/fields.ts';
import { atLeast, atMost, containing, equal, where, whether } from '../../database/conditions.ts';
import { fullNameSql, knownFlag, parallelOrderSql } from '../../database/stored.ts';
import { fold } from '../../domain/names.ts';
import type { Asked } from '../context.ts';
import type { Page, TableListOf } from '../lists/index.ts';
import { pageFromTable } from '../lists/index.ts';

/** SQL of the resources register. */

const givenFor = '(SELECT count(*) FROM appeal_resources ar WHERE ar.resource_id = resources.id)';

const columns = (db: Knex) => ({
  id: 'resources.id',
  title: 'resources.title',
  subject: 'resources.subject',
  parallel: 'resources.parallel',
  topic: 'resources.topic',
  authorId: 'resources.author_id',
  authorName: db.raw(fullNameSql('author')),
  url: 'resources.url',
  postedOn: 'resources.posted_on',
  appealCount: db.raw(givenFor),
});

const withAuthors = (db: Knex): Knex.QueryBuilder =>
  db('resources').leftJoin('teachers AS author', 'author.id', 'resources.author_id');

/** Resources (`ResourceRow`) to be narrowed and sorted. */
export const resourcesQuery = (db: Knex): Knex.QueryBuilder => withAuthors(db).select(columns(db));

const searched = ['resources.search'];

const list: TableListOf<'resources.list'> = {
  search: searched,
  filters: {
    subject: equal('resources.subject'),
    parallel: equal('resources.parallel'),
    authorId: equal('resources.author_id'),
    from: atLeast('resources.posted_on'),
    to: atMost('resources.posted_on'),
    linked: whether('EXISTS (SELECT 1 FROM appeal_resources l WHERE l.resource_id = resources.id)'),
  },
  columns: {
    // The folded text starts with the title: Ё stands in its place of the alphabet.
    title: ['resources.search', 'resources.id'],
    subject: ['resources.subject', 'resources.id'],
    parallel: [parallelOrderSql('resources.parallel'), 'resources.id'],
    postedOn: ['resources.posted_on', 'resources.id'],
    appealCount: [givenFor, 'resources.id'],
  },
  usual: { column: 'postedOn', descending: true },
  ties: [],
};

export const resourcePage = (
  db: Knex,
  question: Asked<'resources.list'>,
): Promise<Page<ResourceRow>> => pageFromTable(withAuthors(db), question, list, columns(db));

export const readResource = async (db: Knex, id: number): Promise<ResourceRow | null> => {
  const row: ResourceRow | undefined = await resourcesQuery(db).where('resources.id', id).first();
  return row ?? null;
};

/** Candidates for an appeal: same subject and parallel first, then the newest. */
export const findResources = (
  db: Knex,
  wanted: {
    readonly text: string;
    readonly subject: string | null;
    readonly parallel: number | null;
    readonly limit: number;
  },
): Promise<readonly ResourceRow[]> =>
  resourcesQuery(db)
    .modify(where, ...containing(searched, wanted.text))
    .orderByRaw(
      'resources.subject IS ? DESC, resources.parallel IS ? DESC, resources.posted_on DESC, resources.id DESC',
      [wanted.subject, wanted.parallel],
    )
    .limit(wanted.limit);

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

type ResourceAppeal = ValueOf<typeof resourceAppeal>;

/** Appeals a resource was given for, newest first. */
export const appealsOfResource = async (
  db: Knex,
  resourceId: number,
): Promise<readonly ResourceAppeal[]> => {
  const rows: (Omit<ResourceAppeal, 'prepared'> & { prepared: number | null })[] = await db(
    'appeal_resources AS link',
  )
    .join('appeals', 'appeals.id', 'link.appeal_id')
    .where('link.resource_id', resourceId)
    .orderBy([
      { column: 'appeals.year', order: 'desc' },
      { column: 'appeals.ordinal', order: 'desc' },
      { column: 'appeals.letter', order: 'desc' },
    ])
    .select({
      appealId: 'appeals.id',
      year: 'appeals.year',
      number: 'appeals.number',
      date: 'appeals.dated',
      studentName: 'appeals.student_name',
      className: 'appeals.class_name',
      lessonTopic: 'appeals.lesson_topic',
      status: 'appeals.status',
      givenOn: 'link.given_on',
      prepared: 'link.prepared',
    });
  return rows.map((row) => ({ ...row, prepared: knownFlag(row.prepared) }));
};

/** Whether an appeal has it as prepared for it. */
export const isPrepared = async (db: Knex, resourceId: number): Promise<boolean> =>
  (await db('appeal_resources').where({ resource_id: resourceId, prepared: 1 }).first('id')) !==
  undefined;
