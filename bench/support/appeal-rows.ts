import type { AppealRow } from '../../src-main/contract/appeals.ts';
import { createRandom } from '../../src-main/app/demo/random.ts';
import * as words from '../../src-main/app/demo/vocabulary.ts';

/** Closed appeals of one year with names and topics of usual length. */
export const inventAppeals = (count: number): readonly AppealRow[] => {
  const random = createRandom(5);
  return Array.from({ length: count }, (_, index) => {
    const surname = random.pick(words.surnames);
    const subject = random.pick(words.seniorSubjects);
    return {
      id: 2_026_000_001 + index,
      year: 2026,
      number: index + 1,
      letter: null,
      letterReason: null,
      printedNumber: `${index + 1}`,
      date: '2026-03-02',
      registeredOn: '2026-03-02',
      studentId: 1,
      guardianId: 1,
      studentName: `${surname} ${random.pick(words.maleNames)} ${random.pick(words.patronymics)[0]}`,
      guardianName: `${surname}а ${random.pick(words.femaleNames)} ${random.pick(words.patronymics)[1]}`,
      className: '8А',
      parallel: 8,
      programme: 'ООО, 8А класс',
      subject,
      lessonTopic: random.pick(words.topics[subject] ?? ['Повторение']),
      channel: 'visit',
      responsibleId: null,
      responsibleName: null,
      preparerId: null,
      preparerName: null,
      dueOn: '2026-03-12',
      status: 'closed',
      overdue: false,
      portalCheckedOn: '2026-03-03',
      result: 'Ссылка на ресурс передана родителю, тема освоена',
      closedOn: '2026-03-05',
      annulReason: null,
      quarterHours: 6,
      resourceCount: 1,
    };
  });
};
