import { readFileSync } from 'node:fs';

/**
 * The built preload as an init script: it gets only what Electron's sandbox gives it
 * (`contextBridge`, `ipcRenderer`), in the top frame only.
 */
export const preloadScript = (file: string): string => `(() => {
  if (window !== window.top) return;
  const listeners = new Map();
  const invoke = window.standInInvoke;
  window.standInEmit = (channel, args) =>
    (listeners.get(channel) ?? []).forEach((listener) => listener({}, ...args));
  const ipcRenderer = {
    async invoke(channel, ...args) {
      const answer = await invoke(channel, structuredClone(args));
      if ('error' in answer)
        throw new Error("Error invoking remote method '" + channel + "': " + answer.error);
      return answer.value;
    },
    on(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    removeListener(channel, listener) {
      listeners.set(channel, (listeners.get(channel) ?? []).filter((one) => one !== listener));
    },
  };
  const contextBridge = {
    exposeInMainWorld(key, value) {
      Object.defineProperty(window, key, { value: Object.freeze(value), enumerable: true });
      window.standInExposed = [...(window.standInExposed ?? []), key];
    },
  };
  const module = { exports: {} };
  const require = (name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error('module not found: ' + name);
  };
  ((require, module, exports) => {
${readFileSync(file, 'utf8')}
  })(require, module, module.exports);
})();`;
