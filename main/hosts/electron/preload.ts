// All that the page can reach: two functions without names of their own, so that nothing here can drift from the table of calls.
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { ChangeEvent } from '../../../shared/contract/events.ts';
import { callChannel, eventChannel } from './channels.ts';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  subscribe(listener) {
    // The event object of Electron would hand the page a way to send on any channel.
    const forward = (_event: unknown, change: ChangeEvent) => listener(change);
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.off(eventChannel, forward);
    };
  },
};

contextBridge.exposeInMainWorld('bridge', bridge);
