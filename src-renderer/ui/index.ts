/** The kit: everything a screen is made of. */
export { askReason, confirm } from './confirm.ts';
export { DescriptionList, StatusBadge } from './details.tsx';
export type { StatusTone } from './details.tsx';
export { isDay, showDate, showPeriod, showTime, todayIso } from './dates.ts';
export { EmptyState } from './EmptyState.tsx';
export { FileDrop } from './FileDrop.tsx';
export { useHotkey } from './hotkeys.ts';
export { Icon } from './icons.tsx';
export type { IconName } from './icons.tsx';
export { navigate } from './location.ts';
export { Page, PageHeader, Panel } from './page.tsx';
export { Pending } from './Pending.tsx';
export { StepWizard } from './StepWizard.tsx';
export type { WizardStep } from './StepWizard.tsx';
export { UrlTabs } from './UrlTabs.tsx';
export type { UrlTab } from './UrlTabs.tsx';
