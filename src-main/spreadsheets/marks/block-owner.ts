import type { PersonName } from '../../domain/names.ts';
import { classFromText, nameFromText } from '../people/fields.ts';
import { finalOfTitles } from './finals.ts';
import { periodOf, yearOf } from './labels.ts';
import type { FinalCell } from './recognised.ts';
import { yearContext } from './school-days.ts';
import type { YearContext } from './school-days.ts';
import type { PupilBlock } from './split-blocks.ts';

/** What holds for all blocks of a document. */
export interface BlockDefaults {
  /** Class named by the sheet or the options; `''`: none. */
  readonly className: string;
  readonly schoolYear: number | null;
}

/** Whose a block is, and when. */
export interface BlockOwner {
  readonly name: PersonName;
  readonly className: string;
  readonly years: YearContext;
  /** What «Итоговая оценка за период» is for: «Период: 3 четверть» says it, days do not. */
  readonly covered: FinalCell['period'];
}

/** Why nothing of a block is taken. */
export interface BlockProblem {
  readonly code: string;
  readonly message: string;
}

const UNNAMED: BlockProblem = {
  code: 'no-student-name',
  message: 'у таблицы нет строки «Ученик: Фамилия Имя Отчество». Её оценки пропущены.',
};

const badName = (text: string): BlockProblem =>
  text === ''
    ? { ...UNNAMED, message: 'после «Ученик:» нет имени. Оценки этой таблицы пропущены.' }
    : {
        code: 'bad-student-name',
        message: `«${text}» – нужны фамилия и имя ученика. Оценки этой таблицы пропущены.`,
      };

/** A class in brackets or after a comma is no part of the name. */
const nameOfPupil = (text: string): PersonName | null =>
  nameFromText(text.replace(/\s*[(,]\s*\d{1,2}[^)]*\)?\s*$/u, ''));

/** Reads the lines above the tables of a block, or tells why its marks are nobody's. */
export const ownerOf = (block: PupilBlock, defaults: BlockDefaults): BlockOwner | BlockProblem => {
  if (block.pupil === null) return UNNAMED;
  const name = nameOfPupil(block.pupil);
  if (!name) return badName(block.pupil);
  const written = block.texts.className ?? '';
  const className = written === '' ? defaults.className : classFromText(written);
  if (className === null)
    return {
      code: 'bad-class',
      message: `«${written}» – не класс. Укажите параллель от 1 до 12 и букву, например 8А. Оценки этой таблицы пропущены.`,
    };
  const years = yearContext(
    yearOf(block.texts.schoolYear ?? ''),
    periodOf(block.texts.period ?? ''),
    defaults.schoolYear,
  );
  if (years === 'conflict')
    return {
      code: 'year-conflict',
      message: `период «${block.texts.period}» не относится к учебному году «${block.texts.schoolYear}». Оценки этой таблицы пропущены.`,
    };
  const period = finalOfTitles([block.texts.period ?? '']);
  return { name, className, years, covered: period?.term ? period.period : 'covered' };
};
