import { Stack, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useOperation } from '../../../api/hooks.ts';
import { home, wizard as text } from '../../../strings/home.ts';
import { Pending, todayIso } from '../../../ui/index.ts';
import { YearForm } from '../../calendar/YearForm.tsx';
import { startYearOf, yearTitle } from '../../calendar/years.ts';

/** The school year of today, prefilled. */
export const YearStep = ({ onNext }: { readonly onNext: () => void }): JSX.Element => {
  const query = useOperation('calendar.years', {});
  const [startYear] = useState(() => startYearOf(todayIso()));
  return (
    <Stack gap="sm">
      <Title order={2} fz={16}>
        {home.year(yearTitle(startYear))}
      </Title>
      <Pending query={query}>
        {({ years }) => (
          <YearForm
            startYear={startYear}
            isStored={years.some((year) => year.startYear === startYear)}
            onSaved={onNext}
            submitLabel={text.next}
          />
        )}
      </Pending>
    </Stack>
  );
};
