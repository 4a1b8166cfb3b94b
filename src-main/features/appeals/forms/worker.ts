import type { School } from '../../../contract/settings.ts';
import { nonBreaking } from '../../../domain/russian.ts';
import {
  column,
  documentOf,
  field,
  keepTogether,
  line,
  mm,
  paragraph,
  portrait,
  row,
  signature,
  spacer,
  table,
  title,
} from '../../../documents/build.ts';
import type { Block, DocumentModel } from '../../../documents/model.ts';
import { approval, directorLine, orderHead, type Requisites, signedName } from './requisites.ts';
import {
  appointed,
  assessedHours,
  assessedResources,
  criterion,
  duties,
  regulation,
} from './s1.ts';

/** Order, addition to the job description and criterion of the responsible worker (S1). */

export interface Worker {
  readonly name: string;
  readonly position: string | null;
}

export interface OrderForm extends Requisites {
  readonly school: School;
  /** Empty = rules for handwriting. */
  readonly workers: readonly Worker[];
  /** Who controls the order; null = the director. */
  readonly control: Worker | null;
}

/** Rules for two names in a blank. */
const blankWorkers = 2;

const workerText = ({ name, position }: Worker): string =>
  nonBreaking(position === null ? name : `${name}, ${position}`);

const workerBlocks = (workers: readonly Worker[]): readonly Block[] =>
  workers.length === 0
    ? Array.from({ length: blankWorkers }, () =>
        field('', null, { caption: '(фамилия, имя, отчество, должность)' }),
      )
    : workers.map((worker, index) =>
        paragraph(`– ${workerText(worker)}${index === workers.length - 1 ? '.' : ';'}`),
      );

const controlText = (control: Worker | null): string =>
  control === null
    ? 'Контроль за исполнением приказа оставляю за собой.'
    : `Контроль за исполнением приказа возложить: ${workerText(control)}.`;

const acquainted = (workers: readonly Worker[]): Block =>
  keepTogether(
    line('С приказом ознакомлены:'),
    spacer(2),
    signature(
      ...(workers.length === 0
        ? Array.from({ length: blankWorkers }, () => ({ role: '', date: null }))
        : workers.map(({ name }) => ({ role: '', name: signedName(name), date: null }))),
    ),
  );

/** «О назначении ответственных…»: appoints, gives the duties of S1, keeps the journal. */
export const orderForm = (form: OrderForm): DocumentModel => {
  const { school, workers, control } = form;
  return documentOf(
    'Приказ о назначении ответственных',
    portrait([
      ...orderHead(school, form),
      line(
        nonBreaking(
          'О назначении ответственных по работе с родителями детей, пропустивших занятия более двух недель',
        ),
      ),
      spacer(4),
      paragraph(
        'В целях организации помощи родителям детей, пропустивших занятия более двух недель, в освоении пропущенных тем',
      ),
      line('ПРИКАЗЫВАЮ:'),
      paragraph(`1. Назначить ${appointed}:`),
      ...workerBlocks(workers),
      paragraph('2. Включить в обязанности ответственных следующие виды работ:'),
      ...duties.map((duty) => paragraph(`– ${nonBreaking(duty)}`)),
      paragraph(
        '3. Ответственным вести журнал обращений родителей (законных представителей) и закрывать каждое обращение отметкой о результатах работы.',
      ),
      paragraph(
        '4. Закрепить данный вид работы за ответственными дополнением к должностной инструкции.',
      ),
      paragraph(`5. ${controlText(control)}`),
      spacer(8),
      signature(directorLine(school)),
      spacer(6),
      acquainted(workers),
    ]),
  );
};

export interface DutiesForm extends Requisites {
  readonly school: School;
  /** Null = a rule for handwriting. */
  readonly worker: Worker | null;
}

/** Addition to the job description: the three duties of S1 word for word. */
export const dutiesForm = (form: DutiesForm): DocumentModel => {
  const { school, worker } = form;
  return documentOf(
    'Дополнение к должностной инструкции',
    portrait([
      approval(school, form),
      spacer(8),
      title('ДОПОЛНЕНИЕ\nк должностной инструкции'),
      spacer(2),
      field('Должность', worker?.position ?? null),
      field('Работник', worker?.name ?? null, { caption: '(фамилия, имя, отчество)' }),
      spacer(4),
      paragraph(
        'В обязанности ответственных по работе с родителями детей, пропустивших занятия более двух недель включены следующие виды работ:',
      ),
      ...duties.map((duty) => paragraph(`– ${nonBreaking(duty)}`)),
      spacer(8),
      signature(directorLine(school)),
      spacer(6),
      keepTogether(
        line('С дополнением к должностной инструкции ознакомлен(а), экземпляр получил(а):'),
        spacer(2),
        signature({
          role: 'Работник',
          ...(worker ? { name: signedName(worker.name) } : {}),
          date: null,
        }),
      ),
    ]),
  );
};

export interface CriterionForm extends Requisites {
  readonly school: School;
  /** Points of the four indicators; null = an empty cell. */
  readonly points: readonly (number | null)[];
}

/** Indicator and how it is measured; the last two are the indicators S1 names. */
const indicators = [
  ['количество зарегистрированных и рассмотренных обращений родителей', 'число обращений'],
  ['доля обращений, закрытых в установленный срок', '%, не менее 90'],
  [assessedResources, 'число ресурсов'],
  [assessedHours, 'часов'],
] as const;

/** Criterion with its indicators, an annex to the regulation on incentive payments. */
export const criterionForm = (form: CriterionForm): DocumentModel => {
  const { school, points } = form;
  return documentOf(
    'Критерий для стимулирующей части оплаты труда',
    portrait([
      approval(school, form),
      spacer(8),
      title(`Дополнение\nк документу «${regulation}»`),
      spacer(2),
      paragraph(
        'Дополнить критерии оценки результативности профессиональной деятельности критерием:',
      ),
      paragraph([{ text: `«${nonBreaking(criterion)}»`, bold: true }]),
      paragraph('Показатели и индикаторы критерия:'),
      table(
        [column(mm(12), 'center'), column(6), column(3), column(mm(24), 'center')],
        [row('№\nп/п', 'Показатель', 'Индикатор', 'Баллы')],
        indicators.map(([name, measure], index) =>
          row(index + 1, nonBreaking(name), measure, points[index]),
        ),
      ),
      spacer(3),
      paragraph(
        'Показатели за период подтверждаются журналом обращений, реестром цифровых образовательных ресурсов и учётом часов; ведомость показателей представляет ответственный работник.',
      ),
      spacer(8),
      signature(directorLine(school)),
    ]),
  );
};
