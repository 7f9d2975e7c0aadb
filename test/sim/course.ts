// The course of a simulation: one happening after the other until all work has come to rest, or too much time has passed for that.
import type { Machine } from './machine/machine.ts';
import type { Timeline } from './machine/timeline.ts';
import { isAtRest, nothingSoon } from './rest.ts';
import type { Site } from './site.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A program that has died is started again after this long. */
const START_AGAIN_MS = 3_000;
/** What comes later than this is slept over. */
const SOON_MS = 10 * MINUTE_MS;
/** No request takes longer on its way there or back. */
const ANSWER_MS = 1_000;
/** So often a person looks whether the program complains, and starts it again when it does. */
const LOOK_MS = 2 * MINUTE_MS;
/** Stripe may be silent about a server error for two days, and again when a person has tried once more on the third; everything else is over sooner. */
const LONGEST_MS = 8 * 24 * HOUR_MS;
/** What is still on its way at Stripe has happened, and events have been told, this long after everything is at rest. */
const AFTERWARDS_MS = 15 * MINUTE_MS;
const HEARING_MS = 10_000;
const MOST_HEARINGS = 120;
const NOBODY = '00000000-0000-4000-8000-000000000000';

export interface CourseOptions {
  readonly timeline: Timeline;
  readonly sites: readonly Site[];
  /** Milliseconds after the start, in order: the moments at which somebody or something upsets the machines; after the last it is calm. */
  readonly plannedMs: readonly number[];
}

/** Answers in words what did not come to rest; null when all did. */
export async function runCourse({ timeline, sites, plannedMs }: CourseOptions): Promise<string | null> {
  const start = timeline.now;
  let leapMs = HOUR_MS;
  for (const site of sites) lookAfter(site, timeline);
  for (;;) {
    await doChores(sites, timeline);
    const planned = plannedMs.find((ms) => start + ms > timeline.now);
    const isCalm = planned === undefined;
    if (isCalm && sites.every(isAtRest)) break;
    if (timeline.now - start > LONGEST_MS)
      return `I5: ${sites.map(({ machine }) => unfinished(machine)).join(' ')}`;
    const isIdle = (timeline.next ?? Infinity) - timeline.now > ANSWER_MS;
    const roomMs = isCalm ? leapMs : start + planned - timeline.now - MINUTE_MS;
    if (isIdle && roomMs > SOON_MS && sites.every((site) => nothingSoon(site, timeline.now, SOON_MS))) {
      // All computers sleep: what is waited for is hours or days away.
      timeline.leap(Math.min(roomMs, leapMs));
      leapMs = Math.min(2 * leapMs, 12 * HOUR_MS);
    }
    await timeline.step(timeline.next ?? timeline.now);
  }
  return null;
}

export interface PassTimeOptions extends Pick<CourseOptions, 'timeline' | 'sites'> {
  /** How much has happened at Stripe. */
  readonly eventsAtStripe: () => number;
}

/**
 * What is still on its way at Stripe happens, while all computers sleep, and everybody hears of it. It ends only when nothing new has
 * happened while they heard: Stripe issues recurring invoices by itself, at any moment, and of the last one nobody could know yet.
 */
export async function passTime({ timeline, sites, eventsAtStripe }: PassTimeOptions): Promise<void> {
  await pass(timeline, sites, HEARING_MS);
  timeline.leap(AFTERWARDS_MS);
  // Time for a person to look, and to give the key once more where it was refused.
  await pass(timeline, sites, LOOK_MS + HEARING_MS);
  for (let times = 0; times < MOST_HEARINGS; times += 1) {
    const happened = eventsAtStripe();
    for (const { machine } of sites) void machine.dispatch('sync.now', { commandId: NOBODY });
    await pass(timeline, sites, HEARING_MS);
    // One may have died at the last moment, or been refused.
    if (eventsAtStripe() === happened && (await haveHeard(sites))) return;
  }
}

async function haveHeard(sites: readonly Site[]): Promise<boolean> {
  if (!sites.every(isAtRest)) return false;
  const looks = await Promise.all(sites.map(({ machine }) => machine.isUpToDate()));
  return looks.every(Boolean);
}

async function pass(timeline: Timeline, sites: readonly Site[], ms: number): Promise<void> {
  const until = timeline.now + ms;
  while (await timeline.step(until)) await doChores(sites, timeline);
}

async function doChores(sites: readonly Site[], timeline: Timeline): Promise<void> {
  for (const site of sites) {
    const { machine, chores } = site;
    if (!machine.isRunning && !site.isAway && chores.length === 0) {
      site.isAway = true;
      timeline.schedule(START_AGAIN_MS, () => chores.push(() => startAgain(site)));
    }
    for (let chore = chores.shift(); chore; chore = chores.shift()) await chore();
  }
}

async function startAgain(site: Site): Promise<void> {
  await site.machine.start();
  site.isAway = false;
}

function lookAfter(site: Site, timeline: Timeline): void {
  timeline.schedule(LOOK_MS, () => {
    lookAfter(site, timeline);
    if (!site.isAway && site.machine.isReady) site.chores.push(() => mend(site));
  });
}

/** The person connects again when the key was refused, and opens the books when they could not be opened. */
async function mend(site: Site): Promise<void> {
  if (!(await site.machine.complains())) return;
  await site.machine.close();
  await startAgain(site);
}

function unfinished({ db }: Machine): string {
  const rows = db?.all<{ kind: string; state: string }>(
    "SELECT kind, state FROM operation WHERE state IN ('queued', 'sending', 'waiting', 'checking')",
  );
  return rows
    ? rows.map(({ kind, state }) => `${kind} is ${state} for ever`).join(', ')
    : 'the program does not start';
}
