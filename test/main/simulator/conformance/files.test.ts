// Files that are uploaded for a dispute.
import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { createPaid, createSubject, DAY, eventTypes, idOf, refusal, type Subject } from './subject.ts';

const MEGABYTE = 1024 * 1024;

function pdf(bytes = 2000, name = 'receipt.pdf'): Stripe.FileCreateParams['file'] {
  const data = Buffer.alloc(bytes, 0xff);
  data.write('%PDF-1.7\n', 'latin1');
  return { name, type: 'application/pdf', data };
}

const upload = (stripe: Stripe, file = pdf(), idempotencyKey?: string): Promise<Stripe.File> =>
  stripe.files.create(
    { purpose: 'dispute_evidence', file },
    idempotencyKey === undefined ? {} : { idempotencyKey },
  );

async function dispute({ stripe, control }: Subject): Promise<string> {
  const { intent } = await createPaid(stripe, control, 10_000);
  return control.dispute({ charge: idOf(intent.latest_charge) }).dispute;
}

describe('an upload', () => {
  // Source: SDK Files.d.ts; the SDK writes the multipart body itself.
  test('is kept with its name, size and kind, byte for byte', async () => {
    const { stripe } = createSubject();
    const file = await upload(stripe, pdf(123_456, 'Übergabe „Logo“.pdf'));
    expect(file).toMatchObject({
      object: 'file',
      filename: 'Übergabe „Logo“.pdf',
      purpose: 'dispute_evidence',
      size: 123_456,
      type: 'pdf',
      links: { data: [] },
    });
    expect(await stripe.files.retrieve(file.id)).toEqual(file);
    expect((await stripe.files.list({ purpose: 'dispute_evidence' })).data.map(({ id }) => id)).toEqual([
      file.id,
    ]);
    expect(await eventTypes(stripe)).toContain('file.created');
  });

  // Source: stripe.md 5; the boundary of a multipart body is another one each time the SDK writes it.
  test('happens once under one key', async () => {
    const { stripe } = createSubject();
    const first = await upload(stripe, pdf(), 'upload-1');
    expect((await upload(stripe, pdf(), 'upload-1')).id).toBe(first.id);
    expect(await refusal(upload(stripe, pdf(2001), 'upload-1'))).toMatchObject({
      rawType: 'idempotency_error',
    });
  });

  // Source: docs.stripe.com/file-upload (dispute_evidence: 5 MB; PDF, JPEG, PNG).
  test('is refused when it is too large or of the wrong kind', async () => {
    const { stripe } = createSubject();
    expect((await upload(stripe, pdf(5 * MEGABYTE))).size).toBe(5 * MEGABYTE);
    expect(await refusal(upload(stripe, pdf(5 * MEGABYTE + 1)))).toMatchObject({
      statusCode: 400,
      param: 'file',
    });
    const text = { name: 'notes.pdf', type: 'application/pdf', data: Buffer.from('Only its name is a PDF.') };
    expect(await refusal(upload(stripe, text))).toMatchObject({ statusCode: 400, param: 'file' });
    const jpeg = { name: 'a.jpg', type: 'image/jpeg', data: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) };
    expect((await upload(stripe, jpeg)).type).toBe('jpg');
  });

  // Source: SDK FileLinks.d.ts.
  test('can be shown by a link until it expires', async () => {
    const { stripe, control } = createSubject();
    const { id } = await upload(stripe);
    const expires = Math.floor(control.now() / 1000) + 3600;
    const link = await stripe.fileLinks.create({ file: id, expires_at: expires });
    expect(link).toMatchObject({ expired: false, file: id });
    expect((await stripe.files.retrieve(id)).links?.data.map((each) => each.id)).toEqual([link.id]);
    control.advance({ ms: DAY });
    expect((await stripe.fileLinks.retrieve(link.id)).expired).toBe(true);
    expect((await stripe.fileLinks.list({ file: id, expired: false })).data).toEqual([]);
  });
});

describe('evidence', () => {
  // Source: SDK Disputes.d.ts Evidence (ids of files).
  test('names files that were uploaded for it', async () => {
    const subject = createSubject();
    const { stripe } = subject;
    const id = await dispute(subject);
    const file = await upload(stripe);
    const updated = await stripe.disputes.update(id, {
      evidence: { receipt: file.id },
      submit: false,
      expand: ['evidence.receipt'],
    });
    expect(updated.evidence.receipt).toMatchObject({ id: file.id, size: 2000 });
    const logo = await stripe.files.create({
      purpose: 'business_logo',
      file: {
        name: 'logo.png',
        type: 'image/png',
        data: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      },
    });
    for (const receipt of [logo.id, 'file_unknown'])
      expect(await refusal(stripe.disputes.update(id, { evidence: { receipt } }))).toMatchObject({
        statusCode: 400,
        param: 'evidence[receipt]',
      });
  });

  // Source: SDK Disputes.d.ts (20,000 characters for a field, 150,000 for all); docs.stripe.com/disputes/responding (4.5 MB for all files).
  test('has limits of its own', async () => {
    const subject = createSubject();
    const { stripe } = subject;
    const id = await dispute(subject);
    const change = (evidence: Stripe.DisputeUpdateParams.Evidence): Promise<unknown> =>
      stripe.disputes.update(id, { evidence, submit: false });
    expect(await refusal(change({ uncategorized_text: 'x'.repeat(20_001) }))).toMatchObject({
      statusCode: 400,
    });
    const text = 'x'.repeat(20_000);
    const most: Stripe.DisputeUpdateParams.Evidence = {
      access_activity_log: text,
      cancellation_rebuttal: text,
      duplicate_charge_explanation: text,
      product_description: text,
      refund_policy_disclosure: text,
      refund_refusal_explanation: text,
      uncategorized_text: text,
    };
    await change(most);
    expect(await refusal(change({ customer_name: 'x'.repeat(10_001) }))).toMatchObject({ param: 'evidence' });
    const [one, two] = [await upload(stripe, pdf(3 * MEGABYTE)), await upload(stripe, pdf(2 * MEGABYTE))];
    await change({ receipt: one.id });
    expect(await refusal(change({ service_documentation: two.id }))).toMatchObject({ param: 'evidence' });
  });
});
