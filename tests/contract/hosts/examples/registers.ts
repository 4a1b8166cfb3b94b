import type { OperationInput } from '../../../../src-main/contract/operations.ts';
import type { Example, World } from '../example.ts';
import { example, nobody } from '../example.ts';
import { school } from './settings.ts';

const spring = { from: '2026-03-01', to: '2026-05-15' };
const upsideDown = [{ from: '2026-05-15', to: '2026-03-01' }, 'period-upside-down'] as const;
const unknown = (code: string) => [{ id: nobody }, code] as const;

const absence = (world: World): OperationInput<'absences.save'> => ({
  studentId: world.id('vera'),
  from: '2026-03-02',
  reason: 'illness',
  excused: true,
});

const absences: readonly Example[] = [
  example('absences.save', absence, { keep: 'absence', refused: 'absence-overlaps' }),
  example('absences.close', (world) => ({ id: world.id('absence'), to: '2026-03-20' }), {
    refused: [(world) => ({ id: world.id('absence'), to: '2026-03-21' }), 'absence-closed'],
  }),
  example('absences.card', (world) => ({ id: world.id('absence') }), {
    refused: unknown('absence-unknown'),
  }),
  example('absences.countDays', (world) => ({
    studentId: world.id('vera'),
    from: '2026-03-02',
    to: '2026-03-20',
  })),
  example('absences.list', { filters: { overTwoWeeks: true } }),
  example('absences.listOverTwoWeeks', { filters: spring }),
  example('absences.printOverTwoWeeks', spring, { refused: upsideDown }),
  example(
    'absences.save',
    (world) => ({ ...absence(world), from: '2026-04-13', to: '2026-04-14' }),
    {
      keep: 'slip',
    },
  ),
  example('absences.delete', (world) => ({ id: world.id('slip') }), { refused: 'absence-unknown' }),
];

const appeal = (world: World, registeredOn: string): OperationInput<'appeals.register'> => ({
  studentId: world.id('vera'),
  guardianId: world.id('mother'),
  subject: 'Алгебра',
  lessonTopic: 'Квадратные уравнения',
  channel: 'visit',
  date: registeredOn,
  registeredOn,
});

const resource = (topic: string): OperationInput<'resources.save'> => ({
  title: `${topic}: видеоурок`,
  subject: 'Алгебра',
  parallel: 8,
  topic,
  url: `https://portal.example/${topic.length}`,
  postedOn: '2026-03-10',
});

const registering: readonly Example[] = [
  example('appeals.register', (world) => appeal(world, '2026-03-02'), {
    keep: 'appeal',
    refused: [
      (world) => ({ ...appeal(world, '2026-03-02'), guardianId: nobody }),
      'appeal-guardian-not-linked',
    ],
  }),
  example('appeals.register', (world) => appeal(world, '2026-03-03'), { keep: 'mistake' }),
  example('appeals.numbering', { registeredOn: '2026-03-02' }),
  example(
    'appeals.correct',
    (world) => ({
      id: world.id('mistake'),
      studentId: world.id('vera'),
      guardianId: world.id('mother'),
      date: '2026-03-02',
      reason: 'дата бумаги',
    }),
    { refused: 'appeal-correction-empty' },
  ),
  example(
    'appeals.update',
    (world) => {
      const {
        studentId: _student,
        date: _date,
        registeredOn: _on,
        ...rest
      } = appeal(world, '2026-03-02');
      return { ...rest, id: world.id('appeal'), dueOn: '2026-03-20' };
    },
    {
      refused: [
        (world) => {
          const {
            studentId: _student,
            date: _date,
            registeredOn: _on,
            ...rest
          } = appeal(world, '2026-03-02');
          return { ...rest, id: nobody, dueOn: '2026-03-20' };
        },
        'appeal-unknown',
      ],
    },
  ),
  example(
    'appeals.recordPortalCheck',
    (world) => ({ id: world.id('appeal'), on: '2026-03-03', found: false }),
    { refused: [{ id: nobody, on: '2026-03-03', found: false }, 'appeal-unknown'] },
  ),
  example(
    'appeals.assignPreparer',
    (world) => ({ id: world.id('appeal'), teacherId: world.id('teacher') }),
    { refused: [(world) => ({ id: world.id('appeal'), teacherId: nobody }), 'teacher-unknown'] },
  ),
];

const resources: readonly Example[] = [
  example('resources.save', resource('Степени'), {
    keep: 'resource',
    refused: [{ ...resource('Корни'), url: 'портал/12' }, 'resource-url-invalid'],
  }),
  example(
    'appeals.linkResource',
    (world) => ({
      id: world.id('appeal'),
      resourceId: world.id('resource'),
      givenOn: '2026-03-10',
      prepared: false,
    }),
    { refused: 'appeal-resource-repeated' },
  ),
  example(
    'appeals.setPrepared',
    (world) => ({ id: world.id('appeal'), resourceId: world.id('resource'), prepared: false }),
    { refused: [{ id: nobody, resourceId: nobody, prepared: false }, 'appeal-unknown'] },
  ),
  example('appeals.counting', (world) => ({
    studentId: world.id('vera'),
    dated: '2026-03-10',
  })),
  example(
    'appeals.unlinkResource',
    (world) => ({ id: world.id('appeal'), resourceId: world.id('resource') }),
    { refused: 'appeal-resource-not-linked' },
  ),
  example(
    'appeals.postResource',
    (world) => ({
      id: world.id('appeal'),
      givenOn: '2026-03-10',
      resource: resource('Уравнения'),
      prepared: false,
    }),
    { refused: 'resource-repeated' },
  ),
  example('resources.card', (world) => ({ id: world.id('resource') }), {
    refused: unknown('resource-unknown'),
  }),
  example('resources.list', {}),
  example('resources.find', { text: 'степ' }),
  example('resources.choices', {}),
  example('resources.delete', (world) => ({ id: world.id('resource') }), {
    refused: 'resource-unknown',
  }),
];

const hours = (world: World, quarterHours: number): OperationInput<'resources.saveWorkEntry'> => ({
  teacherId: world.id('teacher'),
  appealId: world.id('appeal'),
  workedOn: '2026-03-10',
  quarterHours,
  kind: 'preparation',
});

const work: readonly Example[] = [
  example('resources.saveWorkEntry', (world) => hours(world, 6), {
    keep: 'work',
    refused: [(world) => hours(world, 95), 'work-day-exceeded'],
  }),
  example('resources.saveWorkEntry', (world) => hours(world, 1), { keep: 'wrong work' }),
  example('resources.deleteWorkEntry', (world) => ({ id: world.id('wrong work') }), {
    refused: 'work-entry-unknown',
  }),
  example('resources.workEntry', (world) => ({ id: world.id('work') }), {
    refused: [{ id: nobody }, 'work-entry-unknown'],
  }),
  example('resources.listWorkEntries', {}),
  example('resources.workTotals', spring, { refused: upsideDown }),
];

const finishing: readonly Example[] = [
  example(
    'appeals.close',
    (world) => ({ id: world.id('appeal'), on: '2026-03-12', result: 'Передана ссылка' }),
    { refused: 'appeal-closed' },
  ),
  example('appeals.reopen', (world) => ({ id: world.id('appeal') }), {
    refused: 'appeal-not-closed',
  }),
  example('appeals.annul', (world) => ({ id: world.id('mistake'), reason: 'Записано дважды' }), {
    refused: 'appeal-annulled',
  }),
  example('appeals.card', (world) => ({ id: world.id('appeal') }), {
    refused: unknown('appeal-unknown'),
  }),
  example('appeals.list', { search: 'елкина' }),
  example('appeals.choices', {}),
];

const appealForms: readonly Example[] = [
  example('appeals.printJournal', spring, { refused: upsideDown }),
  example('appeals.printBlankJournal', {}),
  example('appeals.printCard', (world) => ({ id: world.id('appeal') }), {
    refused: unknown('appeal-unknown'),
  }),
  example('appeals.printOrder', (world) => ({ teacherIds: [world.id('teacher')] }), {
    refused: [{ teacherIds: [nobody] }, 'teacher-unknown'],
  }),
  example('appeals.printJobDuties', {}, { refused: [{ teacherId: nobody }, 'teacher-unknown'] }),
  example('appeals.printCriterion', {}),
  example('appeals.indicators', spring, { refused: upsideDown }),
  example('appeals.printIndicators', spring, { refused: upsideDown }),
];

const summary: readonly Example[] = [
  example('summary.compute', spring, { refused: upsideDown }),
  example('summary.finalise', spring, {
    keep: 'summary',
    refused: [{ from: '2026-03-01', to: '2099-05-15' }, 'period-not-over'],
  }),
  example('settings.saveSchool', { ...school, code: '0008' }),
  example('summary.reissue', (world) => ({ id: world.id('summary') }), {
    keep: 'reissue',
    refused: 'summary-replaced',
  }),
  example('summary.listRows', { filters: { ...spring, figure: 'appeals' } }),
  example('summary.list', {}),
  example('summary.version', (world) => ({ id: world.id('summary') }), {
    refused: unknown('summary-unknown'),
  }),
  example(
    'summary.export',
    async (world) => ({ id: world.id('summary'), folder: await world.folder() }),
    {
      refused: [async (world) => ({ id: nobody, folder: await world.folder() }), 'summary-unknown'],
    },
  ),
  example('summary.files', (world) => ({ id: world.id('summary') }), {
    refused: unknown('summary-unknown'),
  }),
  example('summary.print', (world) => ({ id: world.id('summary') }), {
    refused: unknown('summary-unknown'),
  }),
  example('summary.printDraft', spring, { refused: upsideDown }),
];

export const registerExamples: readonly Example[] = [
  ...absences,
  ...registering,
  ...resources,
  ...work,
  ...finishing,
  ...appealForms,
  ...summary,
];
