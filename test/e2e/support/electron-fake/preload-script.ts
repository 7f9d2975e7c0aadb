// Wraps a built preload script so that it runs in a page as it does in Electron's sandbox: one `require`, which knows `electron` only.

/** How the page reaches the test; taken out of the page's reach before its own scripts run. */
export const channelName = '__quittanceInvoke';
/** How the test reaches the page's listeners. */
export const receiverName = '__quittanceReceive';

/** The text of an init script. Anything but `contextBridge` and `ipcRenderer`, asked of `electron`, is a failure. */
export function preloadScript(source: string): string {
  return `(() => {
  if (globalThis !== globalThis.top) return;
  const invoke = globalThis[${JSON.stringify(channelName)}];
  delete globalThis[${JSON.stringify(channelName)}];
  const listeners = new Map();
  Object.defineProperty(globalThis, ${JSON.stringify(receiverName)}, {
    value: (channel, value) => { for (const listener of listeners.get(channel) ?? []) listener({}, value); },
  });
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, api) => Object.defineProperty(globalThis, name, { value: Object.freeze({ ...api }), enumerable: true }),
    },
    ipcRenderer: {
      invoke: (channel, ...args) => invoke(channel, args),
      on: (channel, listener) => { listeners.set(channel, [...(listeners.get(channel) ?? []), listener]); },
      off: (channel, listener) => { listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== listener)); },
    },
  };
  const require = (name) => {
    if (name === 'electron') return electron;
    throw new Error('module not found: ' + name);
  };
  ((require, module, exports, process) => {
${source}
  })(require, { exports: {} }, {}, undefined);
})();`;
}
