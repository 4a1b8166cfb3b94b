import type { OperationInput } from '../../../../src-main/contract/operations.ts';
import type { Example, World } from '../example.ts';
import { example, nobody } from '../example.ts';

type Register = OperationInput<'statements.register'>;

const unknown = [{ id: nobody }, 'statement-unknown'] as const;
const ofId = (key: string) => (world: World) => ({ id: world.id(key) });

const paper = (world: World, kind: Register['kind'], on: string): Register => ({
  kind,
  studentId: world.id('vera'),
  guardianId: world.id('mother'),
  date: on,
  registeredOn: on,
  signed: true,
  confirmedDeclensions: true,
});

const impossibility = (world: World): Register => ({
  ...paper(world, 'impossibility', '2026-02-02'),
  reason: 'нет доступа к сети',
});
const refusal = (world: World): Register => paper(world, 'refusal', '2026-03-02');
/** Вера is 14 since 28 February 2026. */
const consent = (world: World): Register => ({
  ...paper(world, 'consent-14', '2026-03-10'),
  passportShown: true,
});

const sheet = (world: World): OperationInput<'statements.previewForm'> => ({
  kind: 'refusal',
  studentId: world.id('vera'),
  guardianId: world.id('mother'),
  date: '2026-03-02',
  registeredOn: '2026-03-02',
});

const unsigned = (world: World): Register => ({
  ...paper(world, 'annulment', '2026-03-11'),
  signed: false,
});

/** A second representative, who refuses nothing. */
const father = (world: World): OperationInput<'people.saveGuardian'> => ({
  id: null,
  lastName: 'Ёлкин',
  firstName: 'Илья',
  middleName: 'Петрович',
  link: { studentId: world.id('vera'), relation: 'father' },
});

const decision = (world: World) => ({
  studentId: world.id('vera'),
  allowed: true,
  reason: 'Решение педсовета',
});

const correction = (world: World) => ({
  id: world.id('unsigned'),
  date: '2026-03-11',
  resumeOn: '2026-03-16',
  confirmedDeclensions: true,
});

const withdrawal = (world: World) => ({
  id: world.id('impossibility'),
  on: '2026-02-20',
  reason: 'Дома появилась сеть',
});

const registering: readonly Example[] = [
  example(
    'statements.draft',
    (world) => ({ kind: 'refusal', studentId: world.id('vera'), date: '2026-03-02' }),
    { refused: [{ kind: 'refusal', studentId: nobody }, 'student-unknown'] },
  ),
  example('statements.previewForm', sheet, {
    refused: [(world) => ({ ...sheet(world), studentId: nobody }), 'student-unknown'],
  }),
  example('statements.register', impossibility, { keep: 'impossibility' }),
  example('statements.withdraw', withdrawal, { refused: 'already-withdrawn' }),
  example('statements.cancelWithdrawal', ofId('impossibility'), {
    refused: 'statement-not-withdrawn',
  }),
  example('statements.register', refusal, { keep: 'refusal', refused: 'refusal-stands' }),
  example('people.saveGuardian', father),
  example('statements.decideAccess', decision, {
    refused: [(world) => ({ ...decision(world), reason: '' }), 'invalid-input'],
  }),
  example('statements.settle', (world) => ({ id: world.id('refusal'), meaning: 'by-rule' }), {
    refused: [(world) => ({ id: world.id('refusal'), meaning: 'as-before' }), 'statement-no-doubt'],
  }),
  example('statements.register', consent, { keep: 'consent', refused: 'consent-stands' }),
  example(
    'statements.annulMistake',
    (world) => ({ id: world.id('consent'), reason: 'Не тот ученик' }),
    { refused: 'statement-mistake' },
  ),
  example(
    'statements.markSigned',
    (world) => ({ id: world.id('refusal'), signedOn: '2026-03-02' }),
    {
      refused: [
        (world) => ({ id: world.id('refusal'), signedOn: '2026-03-01' }),
        'statement-signed-before',
      ],
    },
  ),
];

const correcting: readonly Example[] = [
  example('statements.register', unsigned, { keep: 'unsigned', refused: 'same-waits' }),
  example('statements.correct', correction, {
    refused: [(world) => ({ ...correction(world), id: world.id('refusal') }), 'statement-signed'],
  }),
  example(
    'statements.listDoubts',
    {},
    {
      refused: [{ filters: { doubt: 'none' } }, 'invalid-input'],
    },
  ),
];

const reading: readonly Example[] = [
  example('statements.list', {}, { refused: [{ filters: { state: 'lost' } }, 'invalid-input'] }),
  example('statements.choices', {}),
  example('statements.card', ofId('refusal'), { refused: unknown }),
  example('statements.ofStudent', (world) => ({ studentId: world.id('vera') }), {
    refused: [{ studentId: 999_999 }, 'person-unknown'],
  }),
  example(
    'statements.serviceMode',
    (world) => ({ studentId: world.id('vera'), on: '2026-03-05' }),
    { refused: [{ studentId: 999_999, on: '2026-03-05' }, 'person-unknown'] },
  ),
  example(
    'statements.listServedOnPaper',
    { filters: { on: '2026-03-05' } },
    { refused: [{ filters: { on: '2026-02-29' } }, 'invalid-input'] },
  ),
  example('statements.shares', {}),
];

const names: readonly Example[] = [
  example(
    'statements.saveNameCases',
    (world) => ({
      kind: 'student',
      id: world.id('vera'),
      genitive: 'Ёлкиной Веры Ильиничны',
      dative: null,
    }),
    {
      refused: [
        { kind: 'student', id: null, genitive: 'Ёлкиной Веры', dative: null },
        'person-unknown',
      ],
    },
  ),
  example('statements.nameCases', (world) => ({ kind: 'student', id: world.id('vera') }), {
    refused: [{ kind: 'student', id: nobody }, 'person-unknown'],
  }),
];

const scan = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\n0 1\nstartxref\n9\n%%EOF\n';

const attached = async (world: World, content: string) => ({
  id: world.id('refusal'),
  file: await world.file('скан.pdf', content),
});

const scans: readonly Example[] = [
  example('statements.attachScan', (world) => attached(world, scan), {
    refused: [(world) => attached(world, 'не скан'), 'scan-unreadable'],
  }),
  example('statements.scan', ofId('refusal'), {
    refused: [(world) => ({ id: world.id('impossibility') }), 'scan-none'],
  }),
  example('statements.removeScan', ofId('refusal'), { refused: unknown }),
];

const ofRefusal = { kind: 'refusal' as const };
const noKind = [{ kind: 'invoice' }, 'invalid-input'] as const;
const text = 'Отказываюсь за {{фио ученика род}}, {{класс}}, {{система}}: {{обязательная фраза}}.';

const wordings: readonly Example[] = [
  example(
    'statements.saveWording',
    { ...ofRefusal, text },
    {
      refused: [{ ...ofRefusal, text: 'Отказываюсь' }, 'wording-problems'],
    },
  ),
  example('statements.wordings', {}),
  example(
    'statements.previewWording',
    { ...ofRefusal, text: '{{чужое поле}}' },
    {
      refused: [{ ...ofRefusal, text: ' ' }, 'invalid-input'],
    },
  ),
  example('statements.resetWording', ofRefusal, { refused: noKind }),
];

/** The program's own sample serves as the school's form; a plain text is none. */
const ownForm = (world: World) => ({ ...ofRefusal, file: world.text('sample form') });
const plainText = [
  async (world: World) => ({ ...ofRefusal, file: await world.file('бланк.docx', 'Прошу') }),
  'template-unreadable',
] as const;

const forms: readonly Example[] = [
  example('statements.print', ofId('refusal'), { refused: unknown }),
  example('statements.printMany', (world) => ({ ids: [world.id('refusal')] }), {
    refused: [{ ids: [nobody] }, 'statement-unknown'],
  }),
  example('statements.printBlank', ofRefusal, { refused: noKind }),
  example('statements.sampleTemplate', ofRefusal, {
    keep: ({ handle }, world) => world.keep('sample form', handle),
    refused: noKind,
  }),
  example('statements.checkTemplate', ownForm, { refused: plainText }),
  example('statements.saveTemplate', ownForm, { refused: plainText }),
  example('statements.template', ofRefusal, { refused: [{ kind: 'consent-14' }, 'template-none'] }),
  example('statements.printByTemplate', ofId('refusal'), {
    refused: [(world) => ({ id: world.id('impossibility') }), 'template-none'],
  }),
  example('statements.removeTemplate', ofRefusal, { refused: noKind }),
];

/** After those of people: Вера of 8Б and her mother. */
export const statementExamples: readonly Example[] = [
  ...registering,
  ...correcting,
  ...reading,
  ...names,
  ...scans,
  ...wordings,
  ...forms,
];
