// The operations on credit notes.
import { changeMetadata, inRange, metadata, pageFields, range } from '../../api/common-params.ts';
import { operation, type Operation } from '../../api/operation.ts';
import { pageOf, pageOfArray } from '../../api/pages.ts';
import { clearable, optional, text } from '../../api/params.ts';
import { update } from '../../world/events.ts';
import { creditNoteLine, render, renderById } from '../../world/render.ts';
import { isLeftOut } from '../../world/test-clock.ts';
import { createFields, draftNote, issue, voidNote } from './issue.ts';

export const creditNoteOperations: readonly Operation[] = [
  operation('POST /v1/credit_notes', createFields, (world, params) =>
    render(world, 'credit_note', issue(world, params)),
  ),
  operation('GET /v1/credit_notes/preview', createFields, (world, params) =>
    render(world, 'credit_note', draftNote(world, params)),
  ),
  operation('GET /v1/credit_notes/preview/lines', { ...createFields, ...pageFields }, (world, params) =>
    pageOfArray(
      '/v1/credit_notes/preview/lines',
      draftNote(world, params).inner.lines.map((line) => creditNoteLine(world, line)),
      params,
    ),
  ),
  operation('POST /v1/credit_notes/:id/void', {}, (world, _params, id = '') =>
    render(world, 'credit_note', voidNote(world, id)),
  ),
  operation(
    'POST /v1/credit_notes/:id',
    { memo: clearable(text()), metadata: clearable(metadata) },
    (world, params, id = '') => {
      const before = world.get('credit_note', id);
      const memo = params.memo === undefined ? before.memo : params.memo;
      return render(
        world,
        'credit_note',
        update(world, 'credit_note.updated', 'credit_note', before, {
          ...before,
          memo,
          metadata: changeMetadata(before.metadata, params.metadata),
        }),
      );
    },
  ),
  operation('GET /v1/credit_notes/:id/lines', pageFields, (world, params, id = '') =>
    pageOfArray(
      `/v1/credit_notes/${id}/lines`,
      world.get('credit_note', id).inner.lines.map((line) => creditNoteLine(world, line)),
      params,
    ),
  ),
  operation('GET /v1/credit_notes/:id', {}, (world, _params, id = '') =>
    renderById(world, 'credit_note', id),
  ),
  operation(
    'GET /v1/credit_notes',
    { ...pageFields, created: optional(range), customer: optional(text()), invoice: optional(text()) },
    (world, params) =>
      pageOf(
        world,
        'credit_note',
        '/v1/credit_notes',
        params,
        (note) =>
          inRange(note.created, params.created) &&
          (params.customer !== undefined ||
            params.invoice !== undefined ||
            !isLeftOut(world, note.invoice)) &&
          (params.customer === undefined || note.customer === params.customer) &&
          (params.invoice === undefined || note.invoice === params.invoice),
      ),
  ),
];
