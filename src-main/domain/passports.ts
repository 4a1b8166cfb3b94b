/** Whose passports a school may keep (S2 §8: «для учащихся 11-х классов»). */

const passportParallel = 11;

/** Only of the eleventh class, and only while the student is in it; nobody else's is collected. */
export const mayKeepPassport = (student: {
  readonly isEnrolled: boolean;
  readonly parallel: number | null;
}): boolean => student.isEnrolled && student.parallel === passportParallel;
