import { readProduced } from '../../../src-main/hosts/shared/outputs.ts';
import type { Week } from './scenario.ts';
import { week } from './scenario.ts';

/** Анна's parents, who may live together or apart, and their sheets of the week. */

export const mothers = 'Иванова Алёна Викторовна';
export const fathers = 'Иванов Сергей Петрович';

/** @param scene the week as it is when one of them is called */
export const twoParents = (scene: () => Week) => {
  const link = (who: 'mother' | 'father', change: { livesApart?: boolean; relation?: 'parent' }) =>
    scene().call('people.linkGuardian', {
      studentId: scene().anna,
      guardianId: scene().family[who],
      relation: who,
      ...change,
    });
  const apart = (...who: readonly ('mother' | 'father')[]) =>
    Promise.all(who.map((one) => link(one, { livesApart: true })));

  /** Mother refuses; father has no internet. */
  const bothOnPaper = async (): Promise<void> => {
    await scene().family.register();
    await scene().family.register({
      guardianId: scene().family.father,
      kind: 'impossibility',
      reason: 'нет интернета',
    });
  };

  const due = async (everyone = false) =>
    (await scene().call('sheets.listDue', { filters: { week, everyone } })).rows.filter(
      ({ studentId }) => studentId === scene().anna,
    );
  const told = async () =>
    (await due()).map(
      ({ guardians, mode, status, sheets, copies }) =>
        `${guardians}: ${mode} ${status} ${sheets}+${copies}`,
    );
  const rowOf = (recipientId: number | null) => ({
    kind: 'rows' as const,
    rows: [{ studentId: scene().anna, week, recipientId }],
  });
  const printFor = (recipientId: number | null) => scene().issue({ selection: rowOf(recipientId) });

  const textOf = async (document: string): Promise<string> => {
    const { handle } = await scene().call('printing.html', { document });
    const { bytes } = await readProduced(scene().family.school.office.office, handle);
    return new TextDecoder().decode(bytes).replaceAll('\u00A0', ' ');
  };

  const states = async () =>
    (await scene().call('sheets.listIssued', { filters: { week } })).rows
      .map(
        ({ recipient, number, state, replacedById }) =>
          `${recipient ?? 'family'} № ${number} ${state} ${replacedById ?? ''}`,
      )
      .toSorted();

  return { link, apart, bothOnPaper, due, told, rowOf, printFor, textOf, states };
};
