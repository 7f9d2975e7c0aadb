// What upsets a machine beside its network, at the moments that the plan tells.
import { copyFileSync, existsSync } from 'node:fs';
import type { AcceptedWork } from './check/books.ts';
import { decideOn } from './decide.ts';
import type { Timeline } from './machine/timeline.ts';
import type { Plan, Upset } from './plan/plan.ts';
import type { Site } from './site.ts';

export function planUpsets(plan: Plan, site: Site, timeline: Timeline): void {
  const kept: Kept = { accepted: [] };
  for (const { machine, atMs, upset } of plan.upsets) {
    if (machine !== site.number) continue;
    timeline.schedule(atMs, () => {
      site.note(`upset ${JSON.stringify(upset)}`);
      befall(site, upset, timeline, kept);
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

/** What had been promised when the copy of the books was kept. */
interface Kept {
  accepted: readonly AcceptedWork[];
}

function befall(site: Site, upset: Upset, timeline: Timeline, kept: Kept): void {
  const { machine, person, chores } = site;
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
      chores.push(() =>
        whileClosed(site, timeline, 0, () => {
          kept.accepted = person.accepted;
          copyFileSync(machine.databasePath, `${machine.databasePath}.kept`);
        }),
      );
      return;
    case 'restore':
      chores.push(() =>
        whileClosed(site, timeline, 0, () => {
          if (!existsSync(`${machine.databasePath}.kept`)) return;
          copyFileSync(`${machine.databasePath}.kept`, machine.databasePath);
          person.accepted = kept.accepted;
        }),
      );
      return;
    case 'decide':
      timeline.schedule(upset.ms, () => chores.push(() => decideOn(site, upset.action)));
      return;
    case 'second-instance':
      chores.push(() => machine.startTwice());
  }
}

/** Closes the program, which may be dead already, and opens it again after so long. */
async function whileClosed(
  site: Site,
  timeline: Timeline,
  ms: number,
  work: () => void = () => undefined,
): Promise<void> {
  const { machine, chores } = site;
  site.isAway = true;
  await machine.close();
  machine.end();
  work();
  site.backAt = timeline.now + ms;
  timeline.schedule(ms, () =>
    chores.push(async () => {
      await machine.start();
      site.isAway = false;
    }),
  );
}
