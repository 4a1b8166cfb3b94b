/** Answers the test has prepared, and what the product asked. */
export const prepared: unknown[] = [];
export const asked: { readonly kind: string; readonly options: unknown }[] = [];

const answer = (kind: string, options: unknown, otherwise: unknown): unknown => {
  asked.push({ kind, options });
  return prepared.shift() ?? otherwise;
};

export const dialog = {
  showOpenDialog: async (_window: unknown, options: unknown) =>
    answer('open', options, { canceled: true, filePaths: [] }),
  showSaveDialog: async (_window: unknown, options: unknown) =>
    answer('save', options, { canceled: true, filePath: '' }),
  showMessageBoxSync: (_window: unknown, options: unknown) => answer('message', options, 0),
  showErrorBox: (title: string, content: string) => {
    asked.push({ kind: 'error', options: { title, content } });
    process.send?.({ errorBox: content });
  },
};
