import { basename } from 'node:path';
import type { Office } from '../../../app/office.ts';
import { callTyped } from '../../../app/office.ts';
import type { OperationOutput } from '../../../contract/operations.ts';
import type { Command, CommandContext } from '../command.ts';
import { UsageError } from '../command.ts';
import { registerFile, saveProduced } from '../files.ts';

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

/** Import of files: the preview and, unless it is a dry run, exactly that plan. */
export const importCommand: Command = {
  usage: 'import people ФАЙЛ… [--dry-run] [--on-date ДАТА] [--skip-questions] [--rejected ПАПКА]',
  about: 'загрузить людей из выгрузок; --dry-run — только показать',
  options: {
    'dry-run': { type: 'boolean' },
    'on-date': { type: 'string' },
    'skip-questions': { type: 'boolean' },
    rejected: { type: 'string' },
  },
  async run(context) {
    const [what, ...paths] = context.positionals;
    if (what !== 'people') throw new UsageError('Загружать можно: people.');
    if (paths.length === 0) throw new UsageError('Укажите файлы.');
    await context.withOffice(async (office) => {
      const done = [];
      for (const path of paths) done.push(await importFile(office, context, path));
      const text = done.map(
        (item, at) =>
          `${basename(paths[at] ?? '')}: ${item.title}; ${countsText(item as never)}` +
          (item.committed ? '. Загружено.' : '. Не загружено: пробный прогон.'),
      );
      context.output.answer({ files: done }, text.join('\n'));
    });
  },
};
