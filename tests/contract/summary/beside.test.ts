import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import type { SmallSchool } from './scenario.ts';
import { expectedFigures, fillSchool, period } from './scenario.ts';

let office: TestOffice;
let school: SmallSchool;

beforeEach(async () => {
  office = await openTestOffice({ today: '2026-05-15' });
  school = await fillSchool(office);
});
afterEach(() => office.close());

type Shown = 'studentsOverTwoWeeks' | 'appeals' | 'quarterHours' | 'resources';

/** Rows that stand beside a figure, with their reasons. */
const beside = async (figure: Shown): Promise<readonly string[]> => {
  const filters = { ...period, figure, counted: false };
  const { rows } = await office.call('summary.listRows', { filters });
  return rows.map(({ name, reason }) => `${name}: ${reason}`);
};

describe('rows beside the figures', () => {
  test('what is not counted is shown with the reason', async () => {
    const short =
      'Непрерывный пропуск с 02.03.2026 по 13.03.2026: 12 календарных дней (9 учебных дней), не больше 14.';
    expect(await beside('studentsOverTwoWeeks')).toEqual([
      'Домашнев Илья Олегович: Все пропущенные дни приходятся на обучение на дому или вне школы.',
      `Коротков Илья Олегович: ${short}`,
    ]);
    expect(await beside('appeals')).toEqual([`№ 3/2026, Коротков Илья Олегович: ${short}`]);
    expect(await beside('quarterHours')).toEqual([
      'Учителева Вера Павловна: Часы записаны без обращения.',
      `Учителева Вера Павловна: Обращение № 3/2026 не учитывается. ${short}`,
    ]);
    expect(await beside('resources')).toEqual([
      'Квадратные уравнения: видеоурок 2: Предоставлен готовый ресурс: он не подготовлен по обращению.',
      'Квадратные уравнения: видеоурок 3: Не предоставлен ни по одному обращению.',
    ]);
    const all = await office.call('summary.listRows', {
      filters: { ...period, figure: 'quarterHours' },
    });
    expect(all.total).toBe(5);
  });

  test('an annulled appeal, its hours and resources count no more', async () => {
    await office.call('appeals.annul', { id: school.appeal, reason: 'Ошибочная запись' });
    const { figures } = await office.call('summary.compute', period);
    expect(figures).toEqual({ ...expectedFigures, appeals: 1, quarterHours: 36, resources: 0 });
    expect((await beside('resources'))[1]).toBe(
      'Квадратные уравнения: видеоурок: Обращение № 2/2026 не учитывается. Обращение аннулировано.',
    );
  });
});
