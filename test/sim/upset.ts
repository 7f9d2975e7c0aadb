// What upsets a machine beside its network, at the moments that the plan tells.
import { decideOn } from './decide.ts';
import type { Timeline } from './machine/timeline.ts';
import type { Plan, Upset } from './plan/plan.ts';
import { type Kept, makeKept, restoredFrom } from './restore.ts';
import type { Site } from './site.ts';

export function planUpsets(plan: Plan, site: Site, timeline: Timeline): void {
  const memory: Memory = { kept: null };
  for (const { machine, atMs, upset } of plan.upsets) {
    if (machine !== site.number) continue;
    timeline.schedule(atMs, () => {
      site.note(`upset ${JSON.stringify(upset)}`);
      befall(site, upset, timeline, memory);
    });
  }
}

/** Milliseconds after the start, in order: each click, each upset and its end. After the last of them it is calm. */
export function plannedMoments({ work, upsets }: Plan): readonly number[] {
  const ordered = work.flatMap(({ atMs, againMs, anewMs }) => [
    atMs,
    atMs + (againMs ?? 0),
    atMs + (anewMs ?? 0),
  ]);
  const upset = upsets.flatMap(({ atMs, upset: what }) => [
    atMs,
    atMs + ('ms' in what && what.what !== 'clock' ? what.ms : 0),
  ]);
  return [0, ...ordered, ...upset].toSorted((a, b) => a - b);
}

/** The last backup that was made. */
interface Memory {
  kept: Kept | null;
}

function befall(site: Site, upset: Upset, timeline: Timeline, memory: Memory): void {
  const { machine, chores } = site;
  switch (upset.what) {
    case 'clock':
      machine.jumpClock(upset.ms);
      return;
    case 'die':
      machine.die();
      return;
    case 'disk-full':
      machine.fillDisk();
      timeline.schedule(upset.ms, () => machine.freeDisk());
      return;
    case 'sleep':
      machine.sleep(upset.ms);
      return;
    case 'restart':
      chores.push(() => whileClosed(site, timeline, upset.ms));
      return;
    case 'backup':
      chores.push(async () => {
        memory.kept = (await makeKept(site)) ?? memory.kept;
      });
      return;
    case 'restore':
      chores.push(() => restore(site, timeline, memory.kept));
      return;
    case 'decide':
      timeline.schedule(upset.ms, () => chores.push(() => decideOn(site, upset.action)));
      return;
    case 'second-instance':
      chores.push(() => machine.startTwice());
  }
}

async function restore(site: Site, timeline: Timeline, kept: Kept | null): Promise<void> {
  if (kept) await whileClosed(site, timeline, 0, await restoredFrom(site, kept));
}

/** Closes the program, which may be dead already, and opens it again after so long. */
async function whileClosed(
  site: Site,
  timeline: Timeline,
  ms: number,
  work: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { machine, chores } = site;
  site.isAway = true;
  await machine.close();
  machine.end();
  await work();
  site.backAt = timeline.now + ms;
  timeline.schedule(ms, () =>
    chores.push(async () => {
      await machine.start();
      site.isAway = false;
    }),
  );
}
