import type { JSX } from 'react';
import { callOperation } from '../../../api/client.ts';
import { PlanPanel } from '../../../ui/imports/PlanPanel.tsx';
import type { ImportItem, Preview } from './import-store.ts';
import { openQuestions, setAnswers } from './import-store.ts';

interface Props {
  readonly item: ImportItem;
  readonly preview: Preview;
}

/** Rows of the plan of a file of people. */
export const PlanRows = ({ item, preview }: Props): JSX.Element => {
  const { plan, counts } = preview;
  const { handle } = item.file;
  return (
    <PlanPanel
      plan={plan}
      counts={counts}
      load={({ status, ...page }, signal) =>
        callOperation(
          'people.listPlanRows',
          { plan, ...page, filters: { status } },
          signal ? { signal } : {},
        )
      }
      offersNew
      answers={item.answers}
      open={openQuestions(item)}
      onAnswer={({ key }, answer) =>
        setAnswers(handle, (answers) => ({ ...answers, [key]: answer }))
      }
      onAnswerRest={(rows, answer) =>
        setAnswers(handle, (answers) => ({
          ...Object.fromEntries(rows.map(({ key }) => [key, answer])),
          ...answers,
        }))
      }
      onClear={() => setAnswers(handle, () => ({}))}
    />
  );
};
