// How long calls take from dispatch to reply, beside the bare statements that they need.
import type { App } from '../../main/app.ts';
import type { BenchedCall } from './queries.ts';
import { bareSqlOf } from './record-sql.ts';
import { median } from './report.ts';
import { worked } from './worked.ts';

export interface CallTimes {
  readonly name: string;
  readonly page: boolean;
  /** Milliseconds, the middle of several runs. */
  readonly dispatch: number;
  readonly bare: number;
}

const RUNS = 101;
const WARM_UP = 40;
/** A search is asked this often only: it is slow to ask anew each time. */
const SEARCH_RUNS = 9;

export async function measureCalls(app: App, calls: readonly BenchedCall[]): Promise<readonly CallTimes[]> {
  const times: CallTimes[] = [];
  for (const call of calls) times.push(await measure(app, call));
  return times;
}

async function measure(app: App, { name, call, input, page, search }: BenchedCall): Promise<CallTimes> {
  const ask = async (): Promise<void> => {
    const reply = await app.dispatch(call, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
  };
  const forget = async (): Promise<void> => {
    if (search) await app.dispatch('invoices.sums', { filter: { search: 'qqqqqq' } });
  };
  await forget();
  const bare = await bareSqlOf(ask);
  // As in the middle of a day: the code is warm.
  for (let run = 0; run < (search ? 1 : WARM_UP); run += 1) {
    await ask();
    bare();
  }
  const dispatch: number[] = [];
  const alone: number[] = [];
  for (let run = 0; run < (search ? SEARCH_RUNS : RUNS); run += 1) {
    await forget();
    dispatch.push(await worked(ask));
    await forget();
    alone.push(await worked(bare));
  }
  return { name, page, dispatch: median(dispatch), bare: median(alone) };
}
