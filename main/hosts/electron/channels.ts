// Names of the two IPC channels, for the preload and for the program.

export const callChannel = 'quittance:call';
export const eventChannel = 'quittance:event';
