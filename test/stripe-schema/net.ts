// Holds an exchange with the simulator to Stripe's types, in both directions.
import type { Exchange } from '../../main/simulator/api/exchange.ts';
import { faultsOf, type Manner } from './check.ts';
import { openLibrary, type Library } from './library.ts';
import type { Endpoint, Schema } from './schema.ts';
import { readForm } from './wire-form.ts';

export interface Held {
  readonly requests: number;
  readonly answers: number;
  /** Sentences. */
  readonly violations: readonly string[];
}

export interface Net {
  hold(exchange: Exchange): Held;
}

export function openNet(): Net {
  return createNet(openLibrary());
}

export function createNet({ endpoints, refusal, definition }: Library): Net {
  const find = createFinder(endpoints);
  const faults = (manner: Manner, schema: Schema, value: unknown) =>
    faultsOf({ manner, definition }, schema, value);
  return {
    hold({ request, answer }) {
      const endpoint = find(request.method, pathOf(request.path));
      const isRefused = answer !== null && answer.status >= 400;
      // A test may ask what Stripe refuses, to see it refused; the program may not.
      const holdsRequest = !isRefused || isOfTheProgram(request.headers);
      const said = isRefused ? refusal : endpoint?.answer;
      const violations = [
        ...(endpoint === null && holdsRequest ? ['Stripe has no such address'] : []),
        ...(endpoint !== null && holdsRequest ? faults('form', endpoint.params, readForm(request)) : []).map(
          (fault) => `asked: ${fault}`,
        ),
        ...(answer !== null && said !== undefined ? faults('json', said, JSON.parse(answer.body)) : []).map(
          (fault) => `answered ${answer?.status}: ${fault}`,
        ),
      ].map((violation) => `${request.method} ${pathOf(request.path)}, ${violation}`);
      return { requests: holdsRequest ? 1 : 0, answers: answer === null ? 0 : 1, violations };
    },
  };
}

function isOfTheProgram(headers: Readonly<Record<string, string>>): boolean {
  return headers['user-agent']?.includes('Quittance') === true;
}

function pathOf(path: string): string {
  return path.split('?')[0] ?? '';
}

/** Fixed segments win over ids, as at Stripe. */
export function createFinder(
  endpoints: readonly Endpoint[],
): (method: string, path: string) => Endpoint | null {
  const shape = (method: string, path: string) => `${method} ${path.split('/').length}`;
  const byShape = Map.groupBy(endpoints, ({ method, path }) => shape(method, path));
  return (method, path) => {
    const segments = path.split('/');
    const fitting = (byShape.get(shape(method, path)) ?? []).filter((endpoint) =>
      endpoint.path.split('/').every((part, index) => part === ':' || part === segments[index]),
    );
    return fitting.toSorted((a, b) => ids(a) - ids(b))[0] ?? null;
  };
}

function ids({ path }: Endpoint): number {
  return path.split(':').length;
}
