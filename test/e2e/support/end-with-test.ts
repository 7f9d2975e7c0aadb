// Loaded before every program that a test starts: one whose test has died must not stay behind.

process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Hearing that alone is no reason to go on.
process.channel?.unref();
