import { join } from 'node:path';
import { callTyped } from '../../../app/office.ts';
import type { Office } from '../../../app/office.ts';
import { writeAllOrNone } from '../../../app/safe-write.ts';
import type { OperationOutput } from '../../../contract/operations.ts';
import { sheetLayout } from '../../../contract/sheets-fields.ts';
import type { SheetLayout } from '../../../contract/sheets-fields.ts';
import type { Command, OptionValues } from '../command.ts';
import { textOption, UsageError } from '../command.ts';
import { prepareFolder, producedBytes } from '../files.ts';

const layoutOption = ({ layout }: OptionValues): SheetLayout | undefined => {
  if (layout === undefined) return undefined;
  const known = sheetLayout.safeParse(layout);
  if (known.success) return known.data;
  throw new UsageError('--layout: a4, a5 или strips.');
};

type Prepared = OperationOutput<'sheets.prepare'>;
type WithoutData = Prepared['withoutData'];

/** Writes a file a class, all or none, and records the run only when they are on the disk. */
const writeAndRecord = async (
  office: Office,
  { print, classes }: Prepared,
  into: string,
): Promise<readonly string[]> => {
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const { classId } of classes) {
    const document = await callTyped(office, 'sheets.preparedClass', { print, classId });
    files.push(...(await producedBytes(office, document)));
  }
  await writeAllOrNone(into, files, async () => {
    await callTyped(office, 'sheets.issue', { print });
  });
  return files.map(({ name }) => join(into, name));
};

const withoutDataLines = (rows: WithoutData): readonly string[] =>
  rows.length === 0
    ? []
    : [
        `Нет данных за неделю, не напечатано: ${rows.length}.`,
        ...rows.map(
          ({ className, studentName, recipient }) =>
            `  ${className}, ${studentName}${recipient === null ? '' : `, для кого: ${recipient}`}`,
        ),
        'Загрузите оценки и уроки недели и повторите; пустые листы печатает --with-empty.',
      ];

/**
 * Weekly grade sheets of the families on paper (S2 §7): one DOCX a class. They are recorded when
 * the files are written, so a second run finds nothing owed.
 */
export const sheetsCommand: Command = {
  usage: 'sheets --week 2026-W10 --out ПАПКА [--layout a4|a5|strips] [--with-empty]',
  about:
    'распечатки за неделю для семей на бумаге: DOCX на каждый класс; когда файлы записаны, отмечаются напечатанными; без данных за неделю — только с --with-empty',
  options: {
    week: { type: 'string' },
    out: { type: 'string' },
    layout: { type: 'string' },
    'with-empty': { type: 'boolean' },
  },
  async run({ options, output, withOffice }) {
    const named = textOption(options, 'week');
    const layout = layoutOption(options);
    const out = textOption(options, 'out');
    const look = layout === undefined ? {} : { layout };
    await withOffice(async (office) => {
      const { title, week, total } = await callTyped(office, 'sheets.week', { week: named });
      const into = await prepareFolder(out);
      if (total.waiting + total.notPrinted === 0) {
        const text = `Неделя ${title}: распечатки не положены или уже напечатаны.`;
        return output.answer({ week, issued: 0, files: [], withoutData: [] }, text);
      }
      const asked = { selection: { kind: 'due' as const, week }, ...look };
      const empty = options['with-empty'] === true ? ('print' as const) : ('skip' as const);
      const check = await callTyped(office, 'sheets.check', asked);
      if (check.fresh === 0 && empty === 'skip') {
        const { withoutData } = check;
        const text = [`Неделя ${title}: распечаток 0.`, ...withoutDataLines(withoutData)];
        return output.answer({ week, issued: 0, files: [], withoutData }, text.join('\n'));
      }
      const prepared = await callTyped(office, 'sheets.prepare', { ...asked, empty });
      const files = await writeAndRecord(office, prepared, into);
      const { fresh: issued, withoutData, classes } = prepared;
      const text = [
        `Неделя ${title}: распечаток ${issued}, классов ${classes.length}.`,
        ...files,
        ...withoutDataLines(withoutData),
      ];
      output.answer({ week, issued, files, withoutData }, text.join('\n'));
    });
  },
};
