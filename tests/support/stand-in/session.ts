type ProtocolHandler = (request: Request) => Promise<Response> | Response;
type RequestListener = (
  details: { readonly url: string },
  done: (answer: { readonly cancel?: boolean }) => void,
) => void;

export const protocolHandlers = new Map<string, ProtocolHandler>();
export const registeredSchemes: unknown[] = [];

export const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly unknown[]) =>
    void registeredSchemes.push(...schemes),
  handle: (scheme: string, handler: ProtocolHandler) => void protocolHandlers.set(scheme, handler),
};

let listener: RequestListener = (_details, done) => done({});

/** Whether the product's request filter cancels an address. */
export const requestFilter = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    listener({ url }, ({ cancel = false }) => resolve(cancel));
  });

type Ask = (
  contents: unknown,
  permission: string,
  done: (isAllowed: boolean) => void,
  details: { readonly requestingUrl: string },
) => void;
type Check = (contents: unknown, permission: string, origin: string) => boolean;

/** Without the product's handlers everything would be allowed, as in Electron. */
export const permissions: { ask: Ask; check: Check; device: () => boolean } = {
  ask: (_contents, _permission, done) => done(true),
  check: () => true,
  device: () => true,
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (ask: Ask) => void (permissions.ask = ask),
    setPermissionCheckHandler: (check: Check) => void (permissions.check = check),
    setDevicePermissionHandler: (device: () => boolean) => void (permissions.device = device),
    webRequest: { onBeforeRequest: (next: RequestListener) => void (listener = next) },
  },
};
