// What upsets a machine beside its network, at the moments that the plan tells.
import { copyFileSync, existsSync } from 'node:fs';
import type { AcceptedWork } from './check/books.ts';
import type { Timeline } from './machine/timeline.ts';
import type { Plan, Upset } from './plan/plan.ts';
import type { Site } from './site.ts';

export function planUpsets(plan: Plan, site: Site, timeline: Timeline, note: (line: string) => void): void {
  const kept: Kept = { accepted: [] };
  for (const { machine, atMs, upset } of plan.upsets) {
    if (machine !== site.number) continue;
    timeline.schedule(atMs, () => {
      note(`upset ${JSON.stringify(upset)}`);
      befall(site, upset, timeline, kept);
    });
  }
}

/** Milliseconds after the start: by then all work is ordered and nothing is upset any more. */
export function calmFrom({ work, upsets }: Plan): number {
  const ordered = work.map(({ atMs, againMs, anewMs }) => atMs + Math.max(againMs ?? 0, anewMs ?? 0));
  const over = upsets.map(
    ({ atMs, upset }) => atMs + ('ms' in upset && upset.what !== 'clock' ? upset.ms : 0),
  );
  return Math.max(0, ...ordered, ...over);
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
      machine.isDiskFull = true;
      timeline.schedule(upset.ms, () => {
        machine.isDiskFull = false;
      });
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
  timeline.schedule(ms, () =>
    chores.push(async () => {
      await machine.start();
      site.isAway = false;
    }),
  );
}
