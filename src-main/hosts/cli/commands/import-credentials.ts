import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Office } from '../../../app/office.ts';
import { callTyped } from '../../../app/office.ts';
import { OfficeError } from '../../../contract/errors.ts';
import type { OperationInput, OperationOutput } from '../../../contract/operations.ts';
import type { CommandContext } from '../command.ts';
import { registerFile, saveProduced } from '../files.ts';

type Preview = OperationOutput<'credentials.previewImport'>;
type PlanRow = OperationOutput<'credentials.listPlanRows'>['rows'][number];
type Answers = NonNullable<OperationInput<'credentials.commitImport'>['answers']>;

const answersFile = z.record(z.string(), z.union([z.literal('skip'), z.int().positive()]));

const answersRefused = (path: string): OfficeError =>
  new OfficeError(
    'answers-invalid',
    `Файл ответов «${path}» не прочитан. Нужен JSON вида {"Лист!A12": 34, "Лист!A13": "skip"}: ключ вопроса и номер человека.`,
  );

/** Answers to the questions of an import, by the keys a dry run prints. */
const readAnswers = async (path: unknown): Promise<Answers> => {
  if (typeof path !== 'string') return {};
  try {
    return answersFile.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    throw answersRefused(path);
  }
};

const rowsOf = async (
  office: Office,
  plan: string,
  status: PlanRow['status'],
): Promise<readonly PlanRow[]> =>
  (
    await callTyped(office, 'credentials.listPlanRows', {
      plan,
      filters: { status },
      limit: 1_000_000,
    })
  ).rows;

const questionLines = ({ key, fullName, details, reason, candidates }: PlanRow): string[] => [
  `  ${key}: ${fullName}, ${details}. ${reason ?? ''}`,
  ...candidates.map((one) => {
    const about = [one.className, one.birthDate, ...one.children].filter(Boolean).join('; ');
    return `    ${one.id} – ${one.fullName}${about === '' ? '' : ` (${about})`}`;
  }),
];

const commit = (office: Office, { options }: CommandContext, plan: string, answers: Answers) =>
  callTyped(office, 'credentials.commitImport', {
    plan,
    answers,
    acceptSpelling: options['accept-spelling'] === true,
    unanswered: options['skip-questions'] === true ? 'skip' : 'refuse',
  });

/** Credentials of one file: the preview and, unless it is a dry run, exactly that plan. */
export const importCredentialsFile = async (
  office: Office,
  context: CommandContext,
  path: string,
) => {
  const { options, output } = context;
  const file = await registerFile(office, path);
  const preview = await callTyped(office, 'credentials.previewImport', { file });
  const rejected = await rowsOf(office, preview.plan, 'rejected');
  const questions = await rowsOf(office, preview.plan, 'question');
  for (const { sheet, address, reason } of rejected)
    output.note(`  ${sheet}, ${address}: ${reason ?? ''}`);
  for (const row of questions) for (const line of questionLines(row)) output.note(line);
  const rejectedFiles =
    typeof options['rejected'] === 'string' && rejected.length > 0
      ? await saveProduced(
          office,
          await callTyped(office, 'credentials.rejectedFile', { plan: preview.plan }),
          options['rejected'],
        )
      : [];
  const committed =
    options['dry-run'] === true
      ? null
      : await commit(office, context, preview.plan, await readAnswers(options['answers']));
  const { plan: _plan, ...shown } = preview;
  return { ...shown, questions, committed, rejectedFiles };
};

/** One line about a file for people. */
export const credentialCounts = ({ counts }: Pick<Preview, 'counts'>): string =>
  `новых ${counts.new}, изменённых ${counts.changed}, прежних ${counts.same}, ` +
  `не принято ${counts.rejected}, вопросов ${counts.questions}`;
