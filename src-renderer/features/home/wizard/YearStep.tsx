import { Stack, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { schoolYearOf, schoolYearTitle } from '../../../../src-main/domain/calendar.ts';
import { useOperation } from '../../../api/hooks.ts';
import { home, wizard as text } from '../../../strings/home.ts';
import { Pending, todayIso } from '../../../ui/index.ts';
import { YearForm } from '../../calendar/YearForm.tsx';

/** The school year of today, prefilled. */
export const YearStep = ({ onNext }: { readonly onNext: () => void }): JSX.Element => {
  const query = useOperation('calendar.years', {});
  const [startYear] = useState(() => schoolYearOf(todayIso()));
  return (
    <Stack gap="sm">
      <Title order={2} fz={16}>
        {home.year(schoolYearTitle(startYear))}
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
