// Tax rates: their percentage never changes, they are archived instead.
import { changeMetadata, kept, inRange, metadata, pageFields, range } from '../api/common-params.ts';
import { refuse } from '../api/failure.ts';
import { operation, type Operation } from '../api/operation.ts';
import { pageOf } from '../api/pages.ts';
import { clearable, decimal, flag, optional, required, text, type Parsed } from '../api/params.ts';
import { emit, update } from '../world/events.ts';
import { render, renderById, type JsonObject } from '../world/render.ts';
import type { TaxRate } from '../world/records.ts';
import type { World } from '../world/world.ts';

const changeFields = {
  active: optional(flag),
  country: clearable(text(2)),
  description: clearable(text()),
  display_name: optional(text(50)),
  jurisdiction: clearable(text(50)),
  metadata: clearable(metadata),
  state: clearable(text(3)),
  tax_type: optional(text(40)),
};
const createFields = {
  ...changeFields,
  display_name: required(text(50)),
  inclusive: required(flag),
  percentage: required(decimal),
};

export function createTaxRate(world: World, params: Parsed<typeof createFields>): TaxRate {
  const percentage = Number(params.percentage);
  if (percentage < 0 || percentage > 100 || !/^\d+(\.\d{1,4})?$/.test(params.percentage)) {
    throw refuse('Invalid percentage: must be between 0 and 100 with at most 4 decimal places', {
      param: 'percentage',
    });
  }
  return world.put('tax_rate', {
    id: world.id('txr'),
    object: 'tax_rate',
    active: params.active ?? true,
    country: params.country ?? null,
    created: world.accountNow(),
    description: params.description ?? null,
    display_name: params.display_name,
    effective_percentage: null,
    flat_amount: null,
    inclusive: params.inclusive,
    jurisdiction: params.jurisdiction ?? null,
    jurisdiction_level: null,
    livemode: false,
    metadata: params.metadata ?? {},
    percentage,
    rate_type: 'percentage',
    state: params.state ?? null,
    tax_type: params.tax_type ?? null,
  });
}

function change(world: World, params: Parsed<typeof changeFields>, id: string): JsonObject {
  const before = world.get('tax_rate', id);
  const after = update(world, 'tax_rate.updated', 'tax_rate', before, {
    ...before,
    active: params.active ?? before.active,
    country: kept(params.country, before.country),
    description: kept(params.description, before.description),
    display_name: params.display_name ?? before.display_name,
    jurisdiction: kept(params.jurisdiction, before.jurisdiction),
    metadata: changeMetadata(before.metadata, params.metadata),
    state: kept(params.state, before.state),
    tax_type: params.tax_type ?? before.tax_type,
  });
  return render(world, 'tax_rate', after);
}

export const taxRateOperations: readonly Operation[] = [
  operation('POST /v1/tax_rates', createFields, (world, params) => {
    const rate = createTaxRate(world, params);
    emit(world, 'tax_rate.created', 'tax_rate', rate);
    return render(world, 'tax_rate', rate);
  }),
  operation('POST /v1/tax_rates/:id', changeFields, (world, params, id = '') => change(world, params, id)),
  operation('GET /v1/tax_rates/:id', {}, (world, _params, id = '') => renderById(world, 'tax_rate', id)),
  operation(
    'GET /v1/tax_rates',
    { ...pageFields, active: optional(flag), created: optional(range), inclusive: optional(flag) },
    (world, params) =>
      pageOf(
        world,
        'tax_rate',
        '/v1/tax_rates',
        params,
        (rate) =>
          inRange(rate.created, params.created) &&
          (params.active === undefined || rate.active === params.active) &&
          (params.inclusive === undefined || rate.inclusive === params.inclusive),
      ),
  ),
];
