// The clock of the benchmark: how long this process itself has worked.

/**
 * Milliseconds of a processor, all threads together. Where nothing waits for a disk or a network, that is the time on the clock of an
 * idle machine; on a busy one it leaves out the turns of other programs.
 */
export async function worked(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
