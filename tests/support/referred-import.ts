import type { Reply } from '../../src-main/contract/operation.ts';
import type { OperationName } from '../../src-main/contract/operations.ts';

export const twoPupils = [
  'Класс;Фамилия;Имя;Отчество;Дата рождения;Пол;Адрес проживания',
  '7А;Громова;Дарья;Игоревна;12.05.2013;Ж;ул. Мира, д. 1',
  '7А;Соколов;Иван;Петрович;03.04.2013;М;ул. Мира, д. 2',
].join('\r\n');

type Call = (name: OperationName, input: unknown) => Promise<Reply>;

/**
 * Imports two pupils and writes an absence of one: undoing the import then fails at its COMMIT.
 * @returns audit row of the import
 */
export const importAndRefer = async (
  call: Call,
  register: (text: string) => Promise<string>,
  day: string,
): Promise<number> => {
  const done = async (name: OperationName, input: unknown) => {
    const reply = await call(name, input);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.message}`);
    return { data: reply.data as never, auditId: reply.auditId ?? 0 };
  };
  const file = await register(twoPupils);
  const preview = await done('people.previewImport', { file });
  const { plan } = preview.data as { readonly plan: string };
  const { auditId } = await done('people.commitImport', { plan });
  const { data } = await done('people.listStudents', {});
  const { rows } = data as { readonly rows: readonly { readonly id: number }[] };
  await done('absences.save', {
    id: null,
    studentId: rows[0]?.id,
    from: day,
    to: day,
    reason: 'illness',
    excused: true,
    note: null,
  });
  return auditId;
};
