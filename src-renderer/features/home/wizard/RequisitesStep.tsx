import type { JSX } from 'react';
import { useOperation } from '../../../api/hooks.ts';
import { wizard as text } from '../../../strings/home.ts';
import { Pending } from '../../../ui/index.ts';
import { SchoolForm } from '../../settings/SchoolForm.tsx';

/** Requisites of the school; saved before the wizard goes on. */
export const RequisitesStep = ({ onNext }: { readonly onNext: () => void }): JSX.Element => {
  const query = useOperation('settings.get', {});
  return (
    <Pending query={query}>
      {({ school }) => <SchoolForm school={school} onSaved={onNext} submitLabel={text.next} />}
    </Pending>
  );
};
