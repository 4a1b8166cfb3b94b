import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { worker as text } from '../../strings/appeals-forms.ts';
import { Page, PageHeader, UrlTabs } from '../../ui/index.ts';
import { CriterionForm, DutiesForm, OrderForm } from './WorkerForms.tsx';
import { Indicators } from './Indicators.tsx';

const tabs = [
  { key: 'indicators', title: text.indicators, content: () => <Indicators /> },
  { key: 'order', title: text.order, content: () => <OrderForm /> },
  { key: 'duties', title: text.duties, content: () => <DutiesForm /> },
  { key: 'criterion', title: text.criterion, content: () => <CriterionForm /> },
];

/** Papers and indicators of the worker responsible for appeals (S1, annex 1). */
export default function WorkerScreen(): JSX.Element {
  return (
    <Page>
      <PageHeader title={text.title} back={{ to: '/appeals', title: text.back }} />
      <Text size="sm" c="dimmed">
        {text.intro}
      </Text>
      <UrlTabs label={text.title} tabs={tabs} />
    </Page>
  );
}
