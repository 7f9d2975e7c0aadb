// Links by which a file can be seen without a key.
import {
  changeMetadata,
  inRange,
  metadata,
  pageFields,
  range,
  type MetadataChange,
} from '../../api/common-params.ts';
import { operation, type Operation } from '../../api/operation.ts';
import { pageOf } from '../../api/pages.ts';
import { clearable, flag, integer, optional, required, text } from '../../api/params.ts';
import type { FileLink } from '../../world/records.ts';
import { render, renderById } from '../../world/render.ts';
import type { World } from '../../world/world.ts';

interface NewLink {
  readonly file: string;
  readonly expires_at: number | undefined;
  readonly metadata: MetadataChange;
}

export function createLink(world: World, params: NewLink): FileLink {
  const file = world.get('file', params.file, 'file');
  const link = world.put('file_link', {
    id: world.id('link'),
    object: 'file_link',
    created: world.accountNow(),
    expired: false,
    expires_at: params.expires_at ?? null,
    file: file.id,
    livemode: false,
    metadata: changeMetadata(null, params.metadata),
    url: `https://files.stripe.com/links/${world.secret(40)}`,
  });
  world.put('file', { ...file, inner: { links: [...file.inner.links, link.id] } });
  return link;
}

const expiry = {
  read: (raw: unknown, path: string): number | 'now' =>
    raw === 'now' ? 'now' : integer.read(typeof raw === 'string' ? raw : '', path),
};

export const fileLinkOperations: readonly Operation[] = [
  operation(
    'POST /v1/file_links',
    { expires_at: optional(integer), file: required(text()), metadata: clearable(metadata) },
    (world, params) =>
      render(world, 'file_link', createLink(world, { ...params, metadata: params.metadata ?? {} })),
  ),
  operation(
    'POST /v1/file_links/:id',
    { expires_at: clearable(expiry), metadata: clearable(metadata) },
    (world, params, id = '') => {
      const link = world.get('file_link', id);
      const { expires_at: until } = params;
      return render(
        world,
        'file_link',
        world.put('file_link', {
          ...link,
          expires_at: until === undefined ? link.expires_at : until === 'now' ? world.accountNow() : until,
          metadata: changeMetadata(link.metadata, params.metadata),
        }),
      );
    },
  ),
  operation('GET /v1/file_links/:id', {}, (world, _params, id = '') => renderById(world, 'file_link', id)),
  operation(
    'GET /v1/file_links',
    { ...pageFields, created: optional(range), expired: optional(flag), file: optional(text()) },
    (world, params) =>
      pageOf(
        world,
        'file_link',
        '/v1/file_links',
        params,
        (link) =>
          inRange(link.created, params.created) &&
          (params.file === undefined || link.file === params.file) &&
          (params.expired === undefined ||
            params.expired === (link.expires_at !== null && link.expires_at <= world.accountNow())),
      ),
  ),
];
