import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../main/simulator/operations.ts';
import { watchExchanges, type Exchange } from '../../main/simulator/api/exchange.ts';
import { createOpen, createSubject } from '../main/simulator/conformance/subject.ts';
import { openNet } from './net.ts';

const net = openNet();
const violationsOf = (exchange: Exchange) => net.hold(exchange).violations;

interface Change {
  readonly request?: Partial<Exchange['request']>;
  readonly answer?: (answer: Json) => Json;
}
type Json = null | boolean | number | string | Json[] | { [field: string]: Json };

/** What was really asked and answered: an invoice issued, an event list. */
const exchanges: Exchange[] = [];
const endWatching = watchExchanges((exchange) => {
  exchanges.push(exchange);
});

beforeAll(async () => {
  const { stripe } = createSubject();
  await createOpen(stripe, 5000, { metadata: { order: '7' }, footer: 'Thank you' });
  await stripe.events.list({ limit: 100, type: 'invoice.finalized' });
  endWatching();
});

function exchangeOf(method: string, path: RegExp): Exchange {
  const found = exchanges.findLast(({ request }) => request.method === method && path.test(request.path));
  if (found === undefined) throw new Error(`Nothing was exchanged with ${String(path)}`);
  return found;
}

function changed(exchange: Exchange, { request = {}, answer = (same) => same }: Change): Exchange {
  const { answer: given } = exchange;
  if (given === null) throw new Error('There was no answer');
  const body = JSON.stringify(answer(JSON.parse(given.body) as Json));
  return { request: { ...exchange.request, ...request }, answer: { ...given, body } };
}

/** Every place in an answer, but for the names of metadata, which are free. */
function placesIn(json: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof json !== 'object' || json === null || path.at(-1) === 'metadata') return [path];
  return [path, ...Object.entries(json).flatMap(([name, value]) => placesIn(value, [...path, name]))];
}

function at(json: Json, path: readonly string[], change: (value: Json) => Json): Json {
  const [name, ...rest] = path;
  if (name === undefined) return change(json);
  if (Array.isArray(json))
    return json.map((one, index) => (String(index) === name ? at(one, rest, change) : one));
  if (typeof json !== 'object' || json === null) throw new Error(`There is no ${name}`);
  return { ...json, [name]: at(json[name] ?? null, rest, change) };
}

const isObject = (json: Json): json is { [field: string]: Json } =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

describe.each([
  ['an invoice', () => exchangeOf('POST', /finalize$/)],
  ['a list of events', () => exchangeOf('GET', /events/)],
])('the answer of %s', (_name, exchange) => {
  const places = () => placesIn(JSON.parse(exchange().answer?.body ?? '') as Json);
  const unnoticed = (change: (path: readonly string[], value: Json) => Json) =>
    places().filter((path) => {
      let isSame = false;
      const wrong = changed(exchange(), {
        answer: (answer) =>
          at(answer, path, (value) => {
            const other = change(path, value);
            isSame = other === value;
            return other;
          }),
      });
      return !isSame && violationsOf(wrong).length === 0;
    });

  test('fits as it is', () => {
    expect(violationsOf(exchange())).toEqual([]);
  });

  test('may have no field anywhere that Stripe does not have', () => {
    expect(places().length).toBeGreaterThan(100);
    expect(
      unnoticed((path, value) =>
        isObject(value) && path.at(-1) !== 'metadata' ? { ...value, colour: 'red' } : value,
      ),
    ).toEqual([]);
  });

  test('may have a value of another kind nowhere', () => {
    expect(unnoticed(() => [[false]])).toEqual([]);
  });

  test.each(['id', 'object', 'url', 'has_more', 'data', 'total', 'status', 'lines'])(
    'may not lack %s',
    (name) => {
      const holders = places().filter((path) => path.at(-1) === name);
      const without = holders.filter((path) => {
        const wrong = changed(exchange(), {
          answer: (answer) =>
            at(answer, path.slice(0, -1), (value) =>
              isObject(value)
                ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))
                : value,
            ),
        });
        return violationsOf(wrong).length === 0;
      });
      expect(without.filter((path) => !path.includes('previous_attributes'))).toEqual([]);
    },
  );
});

test('the fault is told with its place and with what Stripe has there', () => {
  const finalized = exchangeOf('POST', /finalize$/);
  const id = finalized.request.path.split('/')[3];
  const wrong = changed(finalized, {
    answer: (answer) =>
      at(
        at(answer, ['total'], () => '5000'),
        ['lines', 'data', '0', 'tax'],
        () => 3,
      ),
  });
  expect(violationsOf(wrong)).toEqual([
    `POST /v1/invoices/${id}/finalize, answered 200: total is "5000" and not number`,
    `POST /v1/invoices/${id}/finalize, answered 200: lines.data.0 has the unknown field tax`,
  ]);
});

describe('a request', () => {
  const created = () => exchangeOf('POST', /^\/v1\/invoices$/);
  const asking = (body: string) => violationsOf(changed(created(), { request: { body } }));

  test('fits as it is', () => {
    expect(violationsOf(created())).toEqual([]);
  });

  test.each([
    ['customer=cus_1&paid=true', 'it has the unknown field paid'],
    ['customer=cus_1&days_until_due=soon', 'days_until_due is "soon" and not number'],
    ['customer=cus_1&auto_advance=yes', 'auto_advance is "yes" and not false or true'],
    [
      'customer=cus_1&collection_method=post',
      'collection_method is "post" and not "charge_automatically" or "send_invoice"',
    ],
    ['custom_fields[0][name]=PO', 'custom_fields.0 lacks the field value'],
    [
      'custom_fields[0][name]=PO&custom_fields[0][value]=4&custom_fields[0][note]=x',
      'custom_fields.0 has the unknown field note',
    ],
    [
      'payment_settings[payment_method_types]=card',
      'payment_settings.payment_method_types is "card" and not',
    ],
  ])('%s', (body, fault) => {
    expect(asking(body).join()).toContain(`POST /v1/invoices, asked: ${fault}`);
  });

  test.each([
    'metadata[1]=a&metadata[colour]=red',
    'footer=&metadata=',
    'default_tax_rates[0]=txr_1&default_tax_rates[1]=txr_2',
  ])('%s is fine', (body) => {
    expect(asking(body)).toEqual([]);
  });

  test('its query counts where it has no body', () => {
    const listed = exchangeOf('GET', /events/);
    const wrong = changed(listed, { request: { path: '/v1/events?limit=many&customer=cus_1' } });
    expect(violationsOf(wrong)).toEqual([
      'GET /v1/events, asked: limit is "many" and not number',
      'GET /v1/events, asked: it has the unknown field customer',
    ]);
  });

  test('an address that Stripe does not have', () => {
    const wrong = changed(created(), { request: { path: '/v1/invoices/in_1/print' } });
    expect(violationsOf(wrong)).toEqual(['POST /v1/invoices/in_1/print, Stripe has no such address']);
  });
});

describe('a refusal', () => {
  const refused = (userAgent: string, error: Json): Exchange => ({
    request: {
      method: 'POST',
      path: '/v1/refunds',
      headers: { 'user-agent': userAgent },
      body: 'colour=red',
    },
    answer: { status: 400, body: JSON.stringify({ error }) },
  });
  const error = {
    type: 'invalid_request_error',
    message: 'Received unknown parameter: colour',
    code: 'parameter_unknown',
  };

  test('a test may ask for one, the program may not', () => {
    expect(violationsOf(refused('Stripe/v1 NodeBindings/23.1.0', error))).toEqual([]);
    expect(violationsOf(refused('Stripe/v1 NodeBindings/23.1.0 Quittance', error))).toEqual([
      'POST /v1/refunds, asked: it has the unknown field colour',
    ]);
  });

  test("has only codes and fields of Stripe's", () => {
    expect(violationsOf(refused('', { ...error, code: 'not_today' })).join()).toContain(
      'error.code is "not_today"',
    );
    expect(violationsOf(refused('', { ...error, hint: 'red' })).join()).toContain(
      'error has the unknown field hint',
    );
  });
});

test('the simulator has no operation that Stripe does not have', () => {
  const unknown = operations
    .map(({ method, pattern }) => ({ method, path: `/v1/${pattern.join('/')}`, headers: {}, body: '' }))
    .filter((request) =>
      violationsOf({ request, answer: null }).some((fault) => fault.includes('no such address')),
    );
  expect(unknown).toEqual([]);
});
