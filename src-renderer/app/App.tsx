import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Router } from 'wouter';
import { queryClient } from '../api/client.ts';
import { RecoveryCodeDialog } from '../features/lock/RecoveryCodeDialog.tsx';
import { DocumentPreview } from '../printing/index.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { StaleDialog } from '../ui/StaleDialog.tsx';
import { JobDialog } from '../ui/JobDialog.tsx';
import { useOfficeLocation, useOfficeSearch } from '../ui/location.ts';
import { LockGate } from './lock/LockGate.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { Shell } from './Shell.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { theme } from './theme.ts';

const schemes = localStorageColorSchemeManager({ key: 'office-theme' });
const dates = { locale: 'ru', firstDayOfWeek: 1, weekendDays: [0, 6] } as const;

/** Providers and everything mounted once. */
export const App = (): JSX.Element => (
  <MantineProvider
    theme={theme}
    colorSchemeManager={schemes}
    defaultColorScheme="auto"
    withCssVariables={false}
    withGlobalClasses={false}
  >
    <QueryClientProvider client={queryClient}>
      <DatesProvider settings={{ ...dates, weekendDays: [...dates.weekendDays] }}>
        {/* oxlint-disable-next-line react/hooks -- wouter takes its hooks as properties */}
        <Router hook={useOfficeLocation} searchHook={useOfficeSearch}>
          <LockGate>
            <Notifications position="bottom-right" limit={12} />
            <ScreenBoundary>
              <Shell />
            </ScreenBoundary>
            <RecoveryCodeDialog />
            <DocumentPreview />
            <ShortcutsDialog />
            <JobDialog />
            <StaleDialog />
            <ConfirmDialog />
          </LockGate>
        </Router>
      </DatesProvider>
    </QueryClientProvider>
  </MantineProvider>
);
