import type { AppealCard } from '../../../contract/appeals.ts';
import type { School } from '../../../contract/settings.ts';
import { appealStatusName } from '../../../domain/appeals.ts';
import { correctionNote } from '../../../domain/corrections.ts';
import { printedProgramme } from '../../../domain/classes.ts';
import { formatRegistrationNumber } from '../../../domain/numbering.ts';
import { hoursText, nonBreaking, russianDate, shortDate } from '../../../domain/russian.ts';
import {
  centered,
  documentOf,
  field,
  heading,
  line,
  portrait,
  signature,
  spacer,
  title,
} from '../../../documents/build.ts';
import type { Block, DocumentModel } from '../../../documents/model.ts';
import { signedName } from './requisites.ts';

/** Slip of one appeal for the parent's file. */

export type SlipCard = Pick<AppealCard, 'appeal' | 'corrections' | 'resources' | 'workEntries'>;

export interface SlipForm {
  readonly school: School;
  /** Null = blank. */
  readonly card: SlipCard | null;
  readonly portalName: string;
}

const channelNames = {
  visit: 'личное обращение',
  phone: 'телефон',
  email: 'электронная почта',
  portal: 'портал',
  letter: 'письмо',
} as const;

const resourceFields = (card: SlipCard | null): readonly Block[] =>
  card === null || card.resources.length === 0
    ? [field('Предоставленный ресурс (название, адрес)', null, { extraLines: 1 })]
    : card.resources.map((resource, index) =>
        field(
          `${index + 1}.`,
          nonBreaking(
            `${resource.title}, ${resource.url} (предоставлен ${shortDate(resource.givenOn)})`,
          ),
        ),
      );

const endText = ({ appeal }: SlipCard): string | null => {
  if (appeal.status === 'annulled') return `Аннулировано: ${appeal.annulReason ?? ''}`;
  return appeal.closedOn === null ? null : `${appeal.result ?? ''} (${shortDate(appeal.closedOn)})`;
};

const hours = (card: SlipCard | null): string | null =>
  card === null || card.appeal.quarterHours === 0 ? null : hoursText(card.appeal.quarterHours);

const checked = (card: SlipCard | null): string | null => {
  const on = card?.appeal.portalCheckedOn ?? null;
  return on === null ? null : russianDate(on);
};

const aboutAppeal = (card: SlipCard | null): readonly Block[] => {
  const appeal = card?.appeal ?? null;
  return [
    field('Дата обращения', appeal && russianDate(appeal.date)),
    ...(appeal === null || appeal.registeredOn === appeal.date
      ? []
      : [field('Зарегистрировано', russianDate(appeal.registeredOn))]),
    field('Способ обращения', appeal && channelNames[appeal.channel]),
    field('ФИО родителя, обратившегося за помощью', appeal && appeal.guardianName),
    field('ФИО обучающегося', appeal && appeal.studentName),
    field('Образовательная программа, класс', appeal && printedProgramme(appeal.programme)),
    field('Учебный предмет', appeal && appeal.subject),
    field('Тема пропущенного урока', appeal && appeal.lessonTopic),
    field('Срок', appeal && russianDate(appeal.dueOn)),
    field('Ответственный работник', appeal?.responsibleName ?? null),
  ];
};

/** Everything the register keeps about one appeal, on one page. */
export const slipForm = ({ school, card, portalName }: SlipForm): DocumentModel => {
  const number = card ? formatRegistrationNumber(card.appeal) : '__________';
  const responsible = card?.appeal.responsibleName ?? null;
  return documentOf(
    card
      ? `Карточка обращения № ${card.appeal.printedNumber}-${card.appeal.year}`
      : 'Карточка обращения (бланк)',
    portrait([
      centered(nonBreaking(school.name)),
      spacer(4),
      title(nonBreaking(`КАРТОЧКА ОБРАЩЕНИЯ № ${number}`)),
      spacer(2),
      ...aboutAppeal(card),
      heading('Работа по обращению'),
      field(`Проверка портала «${portalName}» (дата)`, checked(card)),
      field('Учитель, готовящий ресурс', card?.appeal.preparerName ?? null),
      ...resourceFields(card),
      field('Затрачено учителями', hours(card)),
      field('Отметка о результатах работы по обращению', card && endText(card), { extraLines: 1 }),
      ...(card?.corrections ?? []).map((correction) =>
        line(nonBreaking(correctionNote(correction))),
      ),
      ...(card ? [line(`Состояние: ${appealStatusName(card.appeal.status)}.`)] : []),
      spacer(6),
      signature({
        role: 'Ответственный работник',
        ...(responsible === null ? {} : { name: signedName(responsible) }),
        date: null,
      }),
    ]),
  );
};
