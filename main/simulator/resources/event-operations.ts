// The list of events, from the newest back to 30 days ago.
import { inRange, pageFields, range } from '../api/common-params.ts';
import { refuse } from '../api/failure.ts';
import { operation, type Operation } from '../api/operation.ts';
import { pageOf } from '../api/pages.ts';
import { flag, list, optional, text } from '../api/params.ts';
import { renderById } from '../world/render.ts';

const MAX_TYPES = 20;

function typeMatches(pattern: string, type: string): boolean {
  if (pattern === '*') return true;
  return pattern.endsWith('.*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}

export const eventOperations: readonly Operation[] = [
  operation('GET /v1/events/:id', {}, (world, _params, id = '') => renderById(world, 'event', id)),
  operation(
    'GET /v1/events',
    {
      ...pageFields,
      created: optional(range),
      delivery_success: optional(flag),
      type: optional(text()),
      types: optional(list(text(), MAX_TYPES)),
    },
    (world, params) => {
      if (params.type !== undefined && params.types !== undefined) {
        throw refuse('You may only specify one of these parameters: type, types.', {
          code: 'parameters_exclusive',
          param: 'types',
        });
      }
      const patterns = params.types ?? (params.type === undefined ? ['*'] : [params.type]);
      return pageOf(
        world,
        'event',
        '/v1/events',
        params,
        (event) =>
          event.inner.visibleAt <= world.accountNowMs() &&
          inRange(event.created, params.created) &&
          patterns.some((pattern) => typeMatches(pattern, event.type)),
        (id, param) =>
          refuse(`The event ${id} is no longer available because it's aged out of our retention policy.`, {
            param,
          }),
      );
    },
  ),
];
