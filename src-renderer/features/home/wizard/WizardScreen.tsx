import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { useOperation } from '../../../api/hooks.ts';
import { doneStep, wizard as text } from '../../../strings/home.ts';
import { step as passwordStep } from '../../../strings/lock.ts';
import type { WizardStep } from '../../../ui/index.ts';
import { Page, PageHeader, Pending, StepWizard, navigate } from '../../../ui/index.ts';
import { PasswordStep } from '../../lock/PasswordStep.tsx';
import css from '../home.module.css';
import { offerWizard } from '../offer.ts';
import { DoneStep, LevelStep, PeopleStep, RequisitesStep, YearStep } from './steps.tsx';

type Overview = OperationOutput<'home.overview'>;
type Missing = Overview['firstRun']['missing'];

const home = (): void => navigate('/');

/** Where the wizard goes on: at the first thing not done yet, at the end when all is done. */
const firstStep = (missing: Missing): number => {
  if (missing.includes('requisites')) return 0;
  if (missing.includes('year')) return 2;
  return missing.includes('people') ? 3 : 5;
};

const stepsOf = ({ counts }: Overview): readonly WizardStep[] => [
  {
    title: text.steps.level,
    buttons: false,
    content: ({ next }) => <LevelStep onNext={next} />,
  },
  {
    title: text.steps.requisites,
    buttons: false,
    content: ({ next }) => <RequisitesStep onNext={next} />,
  },
  { title: text.steps.year, buttons: false, content: ({ next }) => <YearStep onNext={next} /> },
  {
    title: text.steps.people,
    buttons: false,
    content: ({ next }) => <PeopleStep counts={counts} onNext={next} />,
  },
  {
    title: passwordStep.title,
    buttons: false,
    content: ({ next }) => <PasswordStep onNext={next} />,
  },
  { title: text.steps.done, content: () => <DoneStep /> },
];

const Steps = ({ overview }: { readonly overview: Overview }): JSX.Element => {
  const [first] = useState(() => firstStep(overview.firstRun.missing));
  return (
    <StepWizard
      steps={stepsOf(overview)}
      initial={first}
      onFinish={home}
      finishLabel={doneStep.finish}
    />
  );
};

/** Level, requisites, school year, people, password: once, in this order; may be left and resumed. */
export default function WizardScreen(): JSX.Element {
  const query = useOperation('home.overview', {});
  useEffect(() => void offerWizard(), []);
  return (
    <Page>
      <div className={css['wizard']}>
        <PageHeader
          title={text.title}
          actions={
            <Button variant="default" title={text.laterHint} onClick={home}>
              {text.later}
            </Button>
          }
        />
        <Pending query={query}>{(overview) => <Steps overview={overview} />}</Pending>
      </div>
    </Page>
  );
}
