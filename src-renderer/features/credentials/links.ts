/** Addresses of the screens of credentials. */

export const credentialLink = (id: number): string => `/credentials/${id}`;
