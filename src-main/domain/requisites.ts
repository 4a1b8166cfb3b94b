/**
 * Requisites of the school before they go into documents and reports. The collector knows a school
 * by its code and name (domain.md §4): «school7» or «12» cannot be found in a registry.
 */

/** What is checked; null = not filled. */
export interface CheckedRequisites {
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly municipality: string;
  readonly directorPosition: string;
  readonly directorName: string;
  readonly executorName: string | null;
}

export interface RequisiteProblem {
  readonly path: keyof CheckedRequisites;
  /** Russian: what is wrong and what to write. */
  readonly message: string;
  /** `wrong` is refused, `doubtful` is asked about. */
  readonly severity: 'wrong' | 'doubtful';
}

type Found = Omit<RequisiteProblem, 'path'>;

const wrong = (message: string): Found => ({ message, severity: 'wrong' });
const doubtful = (message: string): Found => ({ message, severity: 'doubtful' });

const hasCyrillic = (text: string): boolean => /[а-яё]/iu.test(text);
const isLower = (text: string): boolean => text === text.toLowerCase();
const words = (text: string): readonly string[] => text.match(/[\p{L}\d-]+/gu) ?? [];
/** «МБOУ» typed with a Latin O looks right and is found by nobody. */
const mixedWord = (text: string): string | undefined =>
  words(text).find((word) => hasCyrillic(word.replaceAll('-', '')) && /[a-z]/iu.test(word));
/** «Гимназия XXI века» is a name; «IT-лицей» may be. */
const latinWord = (text: string): string | undefined =>
  words(text).find((word) => /[a-z]/iu.test(word) && !/^[IVXLC]+$/u.test(word));

const nameProblem = (text: string, example: string): Found | null => {
  if (!/\p{L}/u.test(text)) return wrong(`Это только номер. Напишите название: ${example}.`);
  if (!hasCyrillic(text)) return wrong(`Название написано не по-русски. Пример: ${example}.`);
  const mixed = mixedWord(text);
  if (mixed !== undefined)
    return wrong(`В слове «${mixed}» смешаны русские и латинские буквы. Наберите его заново.`);
  if (isLower(text)) return wrong(`Всё написано строчными буквами. Пример: ${example}.`);
  const latin = latinWord(text);
  return latin === undefined ? null : doubtful(`Слово «${latin}» написано латинскими буквами.`);
};

const fullSchoolName = (text: string): Found | null =>
  nameProblem(text, '«Муниципальное бюджетное общеобразовательное учреждение «Школа № 12»»') ??
  (words(text).filter((word) => hasCyrillic(word)).length < 2
    ? doubtful('Полное наименование из одного слова. Оно печатается на титулах, как в уставе.')
    : null);

const CAPITAL_WORD = /^[А-ЯЁ][а-яё]+(?:[-’'][А-ЯЁа-яё][а-яё]*)*$/u;
/** «М. П.», «М.П.» or «М.» */
const INITIALS = /^(?:[А-ЯЁ]\.)+$/u;
/** «оглы», «кызы» close a patronymic. */
const SMALL_WORD = /^(?:оглы|кызы|угли|гызы|де|ди|фон|ван|аль|эль|бен|ибн)$/u;

const personProblem = (text: string): Found | null => {
  const typed = text.split(/\s+/u);
  const example = 'Иванова Мария Петровна';
  if (!hasCyrillic(text)) return wrong(`Это не фамилия и имя. Пример: ${example}.`);
  const mixed = mixedWord(text);
  if (mixed !== undefined)
    return wrong(`В слове «${mixed}» смешаны русские и латинские буквы. Наберите его заново.`);
  if (isLower(text)) return wrong(`Всё написано строчными буквами. Пример: ${example}.`);
  if (typed.length < 2) return wrong(`Напишите фамилию, имя и отчество полностью: ${example}.`);
  if (typed.some((word) => INITIALS.test(word)))
    return doubtful(
      'Инициалы не склоняются в документах. Лучше написать имя и отчество полностью.',
    );
  return typed.every((word) => CAPITAL_WORD.test(word) || SMALL_WORD.test(word))
    ? null
    : doubtful(`Не похоже на фамилию, имя и отчество. Пример: ${example}.`);
};

const codeProblem = (code: string | null): Found | null => {
  if (code === null)
    return wrong(
      'Заполните код организации: по нему орган управления узнаёт школу в своём реестре. Код сообщает орган управления.',
    );
  if (/^0+$/u.test(code)) return wrong('Код из одних нулей. Узнайте код в органе управления.');
  return /\d/u.test(code) ? null : doubtful('В коде организации нет ни одной цифры.');
};

/** What is wrong or doubtful, in the order of the form; empty when all is well. */
export const requisiteProblems = (school: CheckedRequisites): readonly RequisiteProblem[] => {
  const found: readonly (readonly [keyof CheckedRequisites, Found | null])[] = [
    ['code', codeProblem(school.code)],
    ['name', fullSchoolName(school.name)],
    ['shortName', nameProblem(school.shortName, '«МБОУ «СОШ № 12»»')],
    ['municipality', nameProblem(school.municipality, '«Белгородский район»')],
    ['directorPosition', hasCyrillic(school.directorPosition) ? null : wrong('Это не должность.')],
    ['directorName', personProblem(school.directorName)],
    ['executorName', school.executorName === null ? null : executorProblem(school.executorName)],
  ];
  return found.flatMap(([path, problem]) => (problem === null ? [] : [{ path, ...problem }]));
};

/** The executor signs nothing: initials are enough. */
const executorProblem = (text: string): Found | null =>
  text.split(/\s+/u).some((word) => INITIALS.test(word)) ? null : personProblem(text);
