import { basename } from 'node:path';
import type { Office } from '../../../app/office.ts';
import { callTyped } from '../../../app/office.ts';
import type { OperationOutput } from '../../../contract/operations.ts';
import type { Command, CommandContext } from '../command.ts';
import { UsageError } from '../command.ts';
import { registerFile, saveProduced } from '../files.ts';
import { credentialCounts, importCredentialsFile } from './import-credentials.ts';
import { importMarks } from './import-marks.ts';

type Preview = OperationOutput<'people.previewImport'>;
type Committed = OperationOutput<'people.commitImport'>;

const countsText = ({ counts, creates }: Preview): string =>
  [
    `новых ${counts.new}, изменённых ${counts.changed}, прежних ${counts.same},`,
    `не принято ${counts.rejected}, вопросов ${counts.questions};`,
    `учеников ${creates.students}, представителей ${creates.guardians},`,
    `педагогов ${creates.teachers}, классов ${creates.classes}`,
  ].join(' ');

const problemRows = async (office: Office, plan: string): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const status of ['rejected', 'question'] as const) {
    const filters = { status };
    const { rows } = await callTyped(office, 'people.listPlanRows', {
      plan,
      filters,
      limit: 1_000_000,
    });
    for (const { sheet, address, reason } of rows)
      lines.push(`  ${sheet}, ${address}: ${reason ?? ''}`);
  }
  return lines;
};

const saveRejected = async (
  office: Office,
  context: CommandContext,
  { plan, counts }: Preview,
): Promise<readonly string[]> => {
  const { rejected } = context.options;
  if (typeof rejected !== 'string' || counts.rejected === 0) return [];
  const file = await callTyped(office, 'people.rejectedFile', { plan });
  return saveProduced(office, file, rejected);
};

const importFile = async (office: Office, context: CommandContext, path: string) => {
  const { options, output } = context;
  const file = await registerFile(office, path);
  const onDate = options['on-date'];
  const preview = await callTyped(office, 'people.previewImport', {
    file,
    ...(typeof onDate === 'string' && { onDate }),
  });
  const files = await saveRejected(office, context, preview);
  if (preview.schoolYearNote !== null) output.note(preview.schoolYearNote);
  for (const { title, outcome } of preview.personalFields)
    if (outcome === 'not-kept') output.note(`Не берётся: ${title} — школа этого не хранит.`);
  for (const line of await problemRows(office, preview.plan)) output.note(line);
  const committed: Committed | null =
    options['dry-run'] === true
      ? null
      : await callTyped(office, 'people.commitImport', {
          plan: preview.plan,
          unanswered: options['skip-questions'] === true ? 'skip' : 'refuse',
        });
  const { plan: _plan, ...shown } = preview;
  return { ...shown, committed, rejectedFiles: files };
};

/** Every file with its preview and result; `line` says it in one line. */
const importAll = async <R extends { readonly title: string; readonly committed: unknown }>(
  context: CommandContext,
  paths: readonly string[],
  importOne: (office: Office, context: CommandContext, path: string) => Promise<R>,
  line: (result: R) => string,
): Promise<void> =>
  context.withOffice(async (office) => {
    const done: R[] = [];
    for (const path of paths) done.push(await importOne(office, context, path));
    const text = done.map(
      (item, at) =>
        `${basename(paths[at] ?? '')}: ${item.title}; ${line(item)}` +
        (item.committed ? '. Загружено.' : '. Не загружено: пробный прогон.'),
    );
    context.output.answer({ files: done }, text.join('\n'));
  });

/** Import of files: the preview and, unless it is a dry run, exactly that plan. */
export const importCommand: Command = {
  usage:
    'import people|credentials|marks|lessons ФАЙЛ… [--dry-run] [--on-date ДАТА] [--answers ФАЙЛ] [--accept-spelling] [--skip-questions] [--rejected ПАПКА] [--class КЛАСС] [--year ГОД] [--skip-broken]',
  about:
    'загрузить людей, логины, оценки или уроки из выгрузок; --dry-run — только показать; --answers — JSON ответов на вопросы; для оценок и уроков можно назвать папку, --class и --year — класс и учебный год файлов, в которых их нет, --skip-broken — загрузить остальные, если какой-то файл не прочитан',
  options: {
    'dry-run': { type: 'boolean' },
    'on-date': { type: 'string' },
    answers: { type: 'string' },
    'accept-spelling': { type: 'boolean' },
    'skip-questions': { type: 'boolean' },
    rejected: { type: 'string' },
    class: { type: 'string' },
    year: { type: 'string' },
    'skip-broken': { type: 'boolean' },
  },
  async run(context) {
    const [what, ...paths] = context.positionals;
    if (paths.length === 0) throw new UsageError('Укажите файлы.');
    switch (what) {
      case 'people':
        await importAll(context, paths, importFile, (item) => countsText(item as never));
        break;
      case 'credentials':
        await importAll(context, paths, importCredentialsFile, credentialCounts);
        break;
      // Either takes any of formats.md A–E: what a file is, its content tells.
      case 'marks':
      case 'lessons':
        await importMarks(context, paths);
        break;
      default:
        throw new UsageError('Загружать можно: people, credentials, marks, lessons.');
    }
  },
};
