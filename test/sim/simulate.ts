// One simulation: what a plan tells happens to the real program over the simulated Stripe, and at every step it is asked whether all still holds.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Simulator } from '../../main/simulator/simulator.ts';
import { brokenNow } from './check/books.ts';
import { effectsAt } from './check/effects.ts';
import { brokenInTheEnd } from './check/end.ts';
import { createChance, seedOf } from './machine/chance.ts';
import type { Happened } from './crew/job.ts';
import { Machine } from './machine/machine.ts';
import { Timeline } from './machine/timeline.ts';
import type { Plan } from './plan/plan.ts';
import { createTrouble } from './plan/trouble.ts';
import { Person } from './person.ts';
import { copyTemplate, machineName, simulatorOn, type Template } from './stage/template.ts';
import { passTime, runCourse } from './course.ts';
import type { Site } from './site.ts';
import { plannedMoments, planUpsets } from './upset.ts';

export interface Outcome {
  /** In words; none when everything held. */
  readonly violations: readonly string[];
  /** Of everything that happened, in order. */
  readonly hash: string;
  readonly trace: readonly string[];
  readonly counts: Readonly<Record<Count, number>>;
  readonly happened: readonly Happened[];
}

export type Count = 'operations' | 'requests' | 'commits' | 'faults' | 'crashes';

/** Runs in `folder`, which is made and afterwards removed. */
export async function simulate(
  template: Template,
  plan: Plan,
  folder: string,
  tell: (line: string) => void = () => undefined,
): Promise<Outcome> {
  copyTemplate(template, folder, plan.machines);
  const timeline = new Timeline(template.start);
  const simulator = simulatorOn(timeline, { records: template.world });
  const run = new Run({ template, plan, folder, timeline, simulator, tell });
  try {
    return await run.toTheEnd();
  } finally {
    simulator.close();
    // Before the books are closed: SQLite has nothing to put in order in a file that is gone.
    rmSync(folder, { recursive: true, force: true });
    run.leave();
  }
}

interface RunOptions {
  readonly template: Template;
  readonly plan: Plan;
  readonly folder: string;
  readonly timeline: Timeline;
  readonly simulator: Simulator;
  readonly tell: (line: string) => void;
}

class Run {
  readonly #trace: string[] = [];
  readonly #violations = new Set<string>();
  readonly #happened: Happened[] = [];
  readonly #counts: Record<Count, number> = { operations: 0, requests: 0, commits: 0, faults: 0, crashes: 0 };
  readonly #sites: readonly Site[];
  readonly #timeline: Timeline;
  readonly #simulator: Simulator;
  readonly #plan: Plan;
  readonly #template: Template;

  readonly #tell: (line: string) => void;

  constructor({ template, plan, folder, timeline, simulator, tell }: RunOptions) {
    this.#tell = tell;
    this.#template = template;
    this.#plan = plan;
    this.#timeline = timeline;
    this.#simulator = simulator;
    this.#sites = Array.from({ length: plan.machines }, (_, number) => this.#siteOf(number, folder));
  }

  async toTheEnd(): Promise<Outcome> {
    for (const { machine, person } of this.#sites) {
      await machine.start();
      person.begin();
    }
    for (const site of this.#sites) planUpsets(this.#plan, site, this.#timeline);
    const stuck = await runCourse({
      timeline: this.#timeline,
      sites: this.#sites,
      plannedMs: plannedMoments(this.#plan),
    });
    if (stuck !== null) this.#violations.add(stuck);
    await passTime({
      timeline: this.#timeline,
      sites: this.#sites,
      eventsAtStripe: () => this.#simulator.control.objects({ type: 'event' }).length,
    });
    const found = await brokenInTheEnd({
      simulator: this.#simulator,
      sites: this.#sites,
      since: this.#since,
    });
    for (const words of found) this.#violations.add(words);
    for (const { person } of this.#sites) this.#counts.operations += person.heard;
    return {
      violations: [...this.#violations],
      hash: createHash('sha256').update(this.#trace.join('\n')).digest('hex').slice(0, 16),
      trace: this.#trace,
      counts: this.#counts,
      happened: this.#happened,
    };
  }

  /** Ends what still runs. */
  leave(): void {
    for (const { machine } of this.#sites) machine.end();
  }

  /** When the simulation began, unix seconds. */
  get #since(): number {
    return Math.floor(this.#template.start / 1000);
  }

  #happens(at: Happened['at'], nth: number, isWrite: boolean): void {
    this.#happened.push({ at, nth, isWrite, ms: this.#timeline.now - this.#template.start });
  }

  #note(line: string): void {
    const told = `${this.#timeline.now - this.#template.start} ${line}`;
    this.#trace.push(told);
    this.#tell(told);
  }

  #siteOf(number: number, folder: string): Site {
    const { seed } = this.#plan;
    const clicks = this.#template.clicks[number];
    if (!clicks) throw new Error(`Nothing is set up for machine ${number}`);
    const before = this.#template.before[number];
    if (!before) throw new Error(`Nothing was there on machine ${number}`);
    const chance = createChance(seedOf(seed, number));
    const trouble = createTrouble(this.#plan.faults.filter(({ machine }) => machine === number));
    const deaths = new Set(
      this.#plan.deaths
        .filter(({ machine }) => machine === number)
        .map(({ at, nth, when }) => `${at} ${nth} ${when}`),
    );
    const machine: Machine = new Machine({
      timeline: this.#timeline,
      simulator: this.#simulator,
      directory: join(folder, machineName(number)),
      booksId: this.#template.booksId,
      chance,
      passage: (request, ordinal) => {
        const { method, path } = request;
        const { name, ...met } = trouble(request);
        this.#counts.requests += 1;
        if (number === 0) this.#happens('request', ordinal, method !== 'GET');
        if (name !== null) this.#counts.faults += 1;
        this.#note(`${number} #${ordinal} ${method} ${path} ${name ?? ''}`);
        return { ...met, there: 5 + chance.int(200), back: 5 + chance.int(200) };
      },
      diesAt: ({ at, when }, ordinal) => {
        if (number === 0 && at === 'commit' && when === 'before') this.#happens(at, ordinal, true);
        if (!deaths.has(`${at} ${ordinal} ${when}`)) return false;
        this.#counts.crashes += 1;
        this.#note(`${number} dies ${when} ${at} ${ordinal}`);
        return true;
      },
      onCommit: (db) => {
        this.#counts.commits += 1;
        for (const found of brokenNow(db, person.accepted, before)) this.#violations.add(found);
      },
    });
    const person: Person = new Person({
      timeline: this.#timeline,
      machine,
      seed: seedOf(seed, 1_000 + number),
      work: this.#plan.work.filter((work) => work.machine === number),
      clicks,
      note: (line) => this.#note(`${number} ${line}`),
    });
    return {
      machine,
      person,
      number,
      earlierWork: before.operations,
      effects: () => effectsAt(this.#simulator, this.#since),
      note: (line) => this.#note(`${number} ${line}`),
      decisions: 0,
      chores: [],
      isAway: false,
      backAt: 0,
    };
  }
}
