export interface Frame {
  readonly url: string;
  readonly parent: object | null;
}

type Handler = (
  event: { readonly sender: unknown; readonly senderFrame: Frame },
  ...args: readonly unknown[]
) => unknown;

const handlers = new Map<string, Handler>();

export const ipcMain = {
  handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
};

/** What `ipcRenderer.invoke` of a page does; failures cross as text, as in Electron. */
export const invoke = async (
  sender: unknown,
  senderFrame: Frame,
  channel: string,
  args: readonly unknown[],
): Promise<{ readonly value: unknown } | { readonly error: string }> => {
  const handler = handlers.get(channel);
  if (!handler) return { error: `No handler registered for '${channel}'` };
  try {
    const value: unknown = await handler({ sender, senderFrame }, ...structuredClone(args));
    return { value: structuredClone(value) };
  } catch (error) {
    return { error: String(error) };
  }
};
