let isOffered = false;

/** True once a start of the program: whoever has left the wizard is only reminded of it. */
export const offerWizard = (): boolean => {
  const isFirst = !isOffered;
  isOffered = true;
  return isFirst;
};
