import { create } from 'zustand';

/**
 * The recovery code the core has just given; shown until the user confirms that he has it. It is
 * in no other place of the window.
 */
export const useRecoveryCode = create<{ readonly code: string | null }>(() => ({ code: null }));

export const showRecoveryCode = (code: string): void => useRecoveryCode.setState({ code });

export const forgetRecoveryCode = (): void => useRecoveryCode.setState({ code: null });
