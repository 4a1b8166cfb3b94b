/**
 * Whose passports a school may keep (S2 §8: «для учащихся 11-х классов»). Class 12, where a school
 * has it, is the one that takes the same exams (decision).
 */

const passportParallels: readonly number[] = [11, 12];

/** Only of the eleventh class (and the twelfth), and only while the student is in it; nobody else's is collected. */
export const mayKeepPassport = (student: {
  readonly isEnrolled: boolean;
  readonly parallel: number | null;
}): boolean =>
  student.isEnrolled && student.parallel !== null && passportParallels.includes(student.parallel);
