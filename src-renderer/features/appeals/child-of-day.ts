import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { useOperation } from '../../api/hooks.ts';
import { isDay } from '../../ui/dates.ts';
import type { Guardian } from './GuardianChoice.tsx';

/**
 * The child as on the day of the appeal. While another day is being read the former answer about
 * the same child stays, so that a form saved at once does not lose its parent.
 */
export const useChild = (
  studentId: number | null,
  date: string | null,
): OperationOutput<'people.student'> | undefined => {
  const { data } = useOperation(
    'people.student',
    { id: studentId ?? 1, ...(isDay(date) && { onDate: date }) },
    { enabled: studentId !== null, keepPrevious: true },
  );
  return data?.student.id === studentId ? data : undefined;
};

/** The chosen guardian, or the only one there is. */
export const guardianOf = (
  chosen: number | null,
  guardians: readonly Guardian[] | undefined,
): number | null => {
  if (!guardians) return null;
  if (guardians.some(({ id }) => id === chosen)) return chosen;
  return guardians.length === 1 ? (guardians[0]?.id ?? null) : null;
};
