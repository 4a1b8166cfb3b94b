import { join } from 'node:path';
import { callTyped } from '../../../app/office.ts';
import { chooseFolder } from '../../shared/folders.ts';
import type { Command } from '../command.ts';
import { textOption } from '../command.ts';
import { prepareFolder } from '../files.ts';

/** Hours are kept as quarter-hours; the form prints them with a comma. */
const hours = (quarters: number): string => String(quarters / 4).replace('.', ',');

/** The information summary of a period (S1 Приложение 2): finalised and written as three files. */
export const reportCommand: Command = {
  usage: 'report --from ДАТА --to ДАТА --out ПАПКА',
  about: 'информационная справка за период: DOCX, XLSX и JSON (даты вида 2026-03-01)',
  options: { from: { type: 'string' }, to: { type: 'string' }, out: { type: 'string' } },
  async run({ options, output, withOffice }) {
    const period = { from: textOption(options, 'from'), to: textOption(options, 'to') };
    const out = textOption(options, 'out');
    await withOffice(async (office) => {
      const into = await prepareFolder(out);
      const { handle: folder } = await chooseFolder(office, into);
      const finalised = await callTyped(office, 'summary.finalise', period);
      const { warning } = await callTyped(office, 'summary.compute', period);
      if (warning !== null) output.note(warning);
      const { id, version } = finalised;
      const { figures, notCounted, ruleText } = await callTyped(office, 'summary.version', { id });
      const { names } = await callTyped(office, 'summary.export', { id, folder });
      const files = names.map((name) => join(into, name));
      const text = [
        `Информационная справка с ${period.from} по ${period.to}, версия ${version}.`,
        `Организаций: ${figures.organisations}; учеников, отсутствовавших более двух недель: ${figures.studentsOverTwoWeeks};`,
        `обращений: ${figures.appeals}; часов работы: ${hours(figures.quarterHours)}; ресурсов: ${figures.resources}.`,
        `Рядом, в показатели не вошло: учеников ${notCounted.studentsOverTwoWeeks}; обращений ${notCounted.appeals}; часов ${hours(notCounted.quarterHours)}; ресурсов ${notCounted.resources}.`,
        `Правило: ${ruleText}`,
        ...files,
      ];
      output.answer({ ...period, ...finalised, figures, notCounted, files }, text.join('\n'));
    });
  },
};
