// A process that simulates what it is sent, one plan after the other; its one argument is the folder of the template.
import { join } from 'node:path';
import { z } from 'zod';
import { forgiveTheDead } from '../scratch.ts';
import { simulate } from '../simulate.ts';
import { readTemplate } from '../stage/template.ts';
import { type Answer, Job } from './job.ts';

forgiveTheDead();
const template = readTemplate(z.string().parse(process.argv[2]));
const run = join(template.folder, '..', `run-${process.pid}`);

async function answer({ plan, wantsCourse }: Job): Promise<Answer> {
  try {
    const { violations, counts, happened } = await simulate(template, plan, run);
    return { violations: [...violations], counts, ...(wantsCourse === true && { happened: [...happened] }) };
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { violations: [`The simulation itself failed: ${words}`], counts: NOTHING };
  }
}

const NOTHING = { operations: 0, requests: 0, commits: 0, faults: 0, crashes: 0 };

process.on('message', (message) => {
  void (async () => process.send?.(await answer(Job.parse(message))))();
});
