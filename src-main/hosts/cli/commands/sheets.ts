import { callTyped } from '../../../app/office.ts';
import type { Office } from '../../../app/office.ts';
import { sheetLayout } from '../../../contract/sheets-fields.ts';
import type { SheetLayout } from '../../../contract/sheets-fields.ts';
import type { Command, OptionValues } from '../command.ts';
import { textOption, UsageError } from '../command.ts';
import { prepareFolder, saveProduced } from '../files.ts';

const layoutOption = ({ layout }: OptionValues): SheetLayout | undefined => {
  if (layout === undefined) return undefined;
  const known = sheetLayout.safeParse(layout);
  if (known.success) return known.data;
  throw new UsageError('--layout: a4, a5 или strips.');
};

/** Classes that still owe unprinted sheets of the week, in their order. */
const classesOwing = async (office: Office, week: string) => {
  const { title, week: monday, classes } = await callTyped(office, 'sheets.week', { week });
  return { title, monday, classes: classes.filter((one) => one.waiting + one.notPrinted > 0) };
};

/**
 * Weekly grade sheets of the families on paper (S2 §7): printed into one DOCX a class. They are
 * kept as printed, so a second run finds nothing owed.
 */
export const sheetsCommand: Command = {
  usage: 'sheets --week 2026-W10 --out ПАПКА [--layout a4|a5|strips]',
  about:
    'распечатки за неделю для семей на бумаге: DOCX на каждый класс; напечатанные отмечаются в программе',
  options: { week: { type: 'string' }, out: { type: 'string' }, layout: { type: 'string' } },
  async run({ options, output, withOffice }) {
    const named = textOption(options, 'week');
    const layout = layoutOption(options);
    const out = textOption(options, 'out');
    await withOffice(async (office) => {
      const { title, monday: week, classes } = await classesOwing(office, named);
      const into = await prepareFolder(out);
      const files: string[] = [];
      let issued = 0;
      for (const { classId } of classes) {
        const selection = { kind: 'due' as const, week, classId };
        const printed = await callTyped(office, 'sheets.issue', {
          selection,
          ...(layout && { layout }),
        });
        issued += printed.issued + printed.copies;
        files.push(...(await saveProduced(office, printed, into)));
      }
      const text =
        issued === 0
          ? [`Неделя ${title}: распечатки не положены или уже напечатаны.`]
          : [`Неделя ${title}: распечаток ${issued}, классов ${classes.length}.`, ...files];
      output.answer({ week, issued, files }, text.join('\n'));
    });
  },
};
