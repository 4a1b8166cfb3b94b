import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Office } from '../../../app/office.ts';
import { callTyped } from '../../../app/office.ts';
import { fileFailure } from '../../../app/safe-write.ts';
import { OfficeError } from '../../../contract/errors.ts';
import type { OperationInput, OperationOutput } from '../../../contract/operations.ts';
import type { CommandContext, OptionValues } from '../command.ts';
import { UsageError } from '../command.ts';
import { registerFile, saveProduced } from '../files.ts';

type Preview = OperationOutput<'marks.previewImport'>;
type PlanRow = OperationOutput<'marks.listPlanRows'>['rows'][number];
type Answers = NonNullable<OperationInput<'marks.commitImport'>['answers']>;

const answersFile = z.record(z.string(), z.union([z.literal('skip'), z.int().positive()]));

/** Answers to the questions about pupils, by the keys a dry run prints. */
const readAnswers = async (path: unknown): Promise<Answers> => {
  if (typeof path !== 'string') return {};
  try {
    return answersFile.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    throw new OfficeError(
      'answers-invalid',
      `Файл ответов «${path}» не прочитан. Нужен JSON вида {"8А 2025|иванов петр|1": 34}: ключ вопроса и номер ученика или "skip".`,
    );
  }
};

const isTable = (name: string): boolean => /\.(?:xlsx?|ods|csv|txt|html?)$/iu.test(name);

/** A folder stands for the tables in it. */
const filesIn = (path: string): readonly string[] => {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path)
      .filter((name) => isTable(name) && !name.startsWith('~$'))
      .toSorted((a, b) => a.localeCompare(b, 'ru'))
      .map((name) => join(path, name));
  } catch (error) {
    throw fileFailure(error, path);
  }
};

const yearOf = ({ year }: OptionValues): { readonly schoolYear?: number } => {
  if (typeof year !== 'string') return {};
  const schoolYear = Number(/^(\d{4})(?:\/\d{4})?$/u.exec(year)?.[1]);
  if (Number.isNaN(schoolYear)) throw new UsageError('Учебный год пишется так: --year 2025/2026.');
  return { schoolYear };
};

const previewOf = async (office: Office, { options }: CommandContext, paths: readonly string[]) => {
  const className = options['class'];
  const files: { file: string; className?: string }[] = [];
  for (const path of paths.flatMap(filesIn))
    files.push({
      file: await registerFile(office, path),
      ...(typeof className === 'string' && { className }),
    });
  return callTyped(office, 'marks.previewImport', { files, ...yearOf(options) });
};

const rowsOf = async (
  office: Office,
  plan: string,
  status: PlanRow['status'],
): Promise<readonly PlanRow[]> =>
  (await callTyped(office, 'marks.listPlanRows', { plan, filters: { status }, limit: 1_000_000 }))
    .rows;

const place = ({ fileName, sheet, address }: PlanRow): string =>
  [fileName, sheet, address].filter((part) => part !== '').join(', ');

const questionLines = (row: PlanRow): readonly string[] => [
  `  ${row.key}: ${row.fullName}, ${row.className}. ${row.reason ?? ''}`,
  ...row.candidates.map(({ id, fullName, className, birthDate }) => {
    const about = [className, birthDate].filter(Boolean).join('; ');
    const chosen = id === row.remembered ? ' – так ответили раньше' : '';
    return `    ${id} – ${fullName}${about === '' ? '' : ` (${about})`}${chosen}`;
  }),
];

/** What a person should see before the plan is applied. */
const tellProblems = async (
  office: Office,
  { output }: CommandContext,
  { plan, files }: Preview,
) => {
  for (const { name, refusal } of files) if (refusal) output.note(`  ${name}: ${refusal.message}`);
  for (const row of await rowsOf(office, plan, 'rejected'))
    output.note(`  ${place(row)}: ${row.reason ?? ''}`);
  for (const row of await rowsOf(office, plan, 'warning'))
    output.note(`  ${place(row)}: ${row.reason ?? ''}${row.count > 1 ? ` (${row.count})` : ''}`);
  const questions = await rowsOf(office, plan, 'question');
  for (const row of questions) for (const line of questionLines(row)) output.note(line);
  return questions;
};

const countsText = ({ lessons, marks, finals, rejected }: Preview): string =>
  [
    `оценок новых ${marks.new}, изменённых ${marks.changed}, прежних ${marks.same}, исчезнувших ${marks.vanished};`,
    `итоговых новых ${finals.new}, изменённых ${finals.changed};`,
    `уроков новых ${lessons.new}, изменённых ${lessons.changed}, прежних ${lessons.same};`,
    `не принято ${rejected}`,
  ].join(' ');

const fileLines = ({ files }: Preview): readonly string[] =>
  files.map(
    ({ name, title, classNames, refusal }) =>
      `${name}: ${refusal ? `не прочитан: ${refusal.message}` : `${title ?? ''}; ${classNames.join(', ')}`}`,
  );

/** Marks and lessons of all files as one plan; unless it is a dry run, exactly that plan. */
export const importMarks = async (
  context: CommandContext,
  paths: readonly string[],
): Promise<void> =>
  context.withOffice(async (office) => {
    const { options, output } = context;
    const preview = await previewOf(office, context, paths);
    const questions = await tellProblems(office, context, preview);
    const { rows: classes } = await callTyped(office, 'marks.listPlanClasses', {
      plan: preview.plan,
      limit: 1000,
    });
    const rejectedFiles =
      typeof options['rejected'] === 'string' && preview.rejected > 0
        ? await saveProduced(
            office,
            await callTyped(office, 'marks.rejectedFile', { plan: preview.plan }),
            options['rejected'],
          )
        : [];
    const committed =
      options['dry-run'] === true
        ? null
        : await callTyped(office, 'marks.commitImport', {
            plan: preview.plan,
            answers: await readAnswers(options['answers']),
            unanswered: options['skip-questions'] === true ? 'skip' : 'refuse',
            skipBroken: options['skip-broken'] === true,
          });
    const { plan: _plan, ...shown } = preview;
    const result = committed ? 'Загружено.' : 'Не загружено: пробный прогон.';
    output.answer(
      { ...shown, perClass: classes, questions, committed, rejectedFiles },
      [...fileLines(preview), countsText(preview), result].join('\n'),
    );
  });
