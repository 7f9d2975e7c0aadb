// Uploaded files: what the bank is shown in a dispute, and the business's logo.
import { inRange, metadata, pageFields, range } from '../../api/common-params.ts';
import { refuse } from '../../api/failure.ts';
import { operation, type Operation } from '../../api/operation.ts';
import { pageOf } from '../../api/pages.ts';
import { flag, integer, object, oneOf, optional, required, text, type Parsed } from '../../api/params.ts';
import { emit } from '../../world/events.ts';
import { render, renderById, type JsonObject } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { createLink } from './links.ts';

const MEGABYTE = 1024 * 1024;
const LONGEST_UPLOAD = 32 * MEGABYTE;

interface Limits {
  readonly bytes: number;
  readonly types: readonly string[];
}
const pictures = ['jpg', 'png'];
/** docs.stripe.com/file-upload#uploading-a-file */
const limits = {
  business_icon: { bytes: MEGABYTE / 2, types: pictures },
  business_logo: { bytes: MEGABYTE / 2, types: pictures },
  customer_signature: { bytes: 4 * MEGABYTE, types: pictures },
  dispute_evidence: { bytes: 5 * MEGABYTE, types: ['jpg', 'pdf', 'png'] },
} satisfies Record<string, Limits>;

const purpose = oneOf('business_icon', 'business_logo', 'customer_signature', 'dispute_evidence');
const createFields = {
  file: required(object({ data: required(text(LONGEST_UPLOAD)), filename: required(text(255)) })),
  file_link_data: optional(
    object({ create: required(flag), expires_at: optional(integer), metadata: optional(metadata) }),
  ),
  purpose: required(purpose),
};

/** By its first bytes, whatever its name says. */
function typeOf(data: string): string | null {
  if (data.startsWith('%PDF-')) return 'pdf';
  if (data.startsWith('\u0089PNG\r\n\u001A\n')) return 'png';
  return data.startsWith('\u00FF\u00D8\u00FF') ? 'jpg' : null;
}

function create(world: World, params: Parsed<typeof createFields>): JsonObject {
  const { data, filename } = params.file;
  const limit: Limits = limits[params.purpose];
  const type = typeOf(data);
  if (type === null || !limit.types.includes(type))
    throw refuse(
      `The file you provided is not of a supported type. Files with the purpose ${params.purpose} must be one of: ${limit.types.join(', ')}.`,
      { param: 'file' },
    );
  if (data.length > limit.bytes)
    throw refuse(
      `The file you provided is too large. Files with the purpose ${params.purpose} can be up to ${limit.bytes} bytes.`,
      { param: 'file' },
    );
  const id = world.id('file');
  world.put('file', {
    id,
    object: 'file',
    created: world.accountNow(),
    expires_at: null,
    filename,
    purpose: params.purpose,
    size: data.length,
    title: null,
    type,
    url: `https://files.stripe.com/v1/files/${id}/contents`,
    inner: { links: [] },
  });
  if (params.file_link_data?.create === true)
    createLink(world, {
      file: id,
      expires_at: params.file_link_data.expires_at,
      metadata: params.file_link_data.metadata ?? {},
    });
  const whole = world.get('file', id);
  emit(world, 'file.created', 'file', whole);
  return render(world, 'file', whole);
}

export const fileOperations: readonly Operation[] = [
  operation('POST /v1/files', createFields, create),
  operation('GET /v1/files/:id', {}, (world, _params, id = '') => renderById(world, 'file', id)),
  operation(
    'GET /v1/files',
    { ...pageFields, created: optional(range), purpose: optional(purpose) },
    (world, params) =>
      pageOf(
        world,
        'file',
        '/v1/files',
        params,
        (file) =>
          inRange(file.created, params.created) &&
          (params.purpose === undefined || file.purpose === params.purpose),
      ),
  ),
];
