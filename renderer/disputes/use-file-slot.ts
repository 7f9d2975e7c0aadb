// Puts a file into its place in an answer: chosen by the bookkeeper, or the invoice's own document.
import { useState } from 'react';
import type { EvidenceFile } from '../../shared/domain/evidence.ts';
import { useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { toBase64 } from '../to-base64.ts';

export interface FileSlotState {
  readonly choose: (files: FileList | null) => Promise<void>;
  readonly takeInvoice: (invoiceId: string) => void;
  /** Why the last one was refused, in words. */
  readonly problem: string | null;
  readonly isChoosing: boolean;
  readonly isDrawing: boolean;
}

const TOO_LARGE = 'All files together would be larger than 4.5 MB, the most that Stripe takes.';

/** The end of a long name tells more than its beginning. */
const NAME_LENGTH = 200;

/** `left` is how many bytes may still be added; larger files are not even read. */
export function useFileSlot(disputeId: string, field: EvidenceFile, left: number): FileSlotState {
  const attach = useCommand('disputes.attach', { failure: 'quiet' });
  const attachInvoice = useCommand('disputes.attachInvoice', { failure: 'quiet' });
  const [tooLarge, setTooLarge] = useState(false);
  const refusal = attach.error ?? attachInvoice.error;
  return {
    async choose(files) {
      const file = files?.[0];
      if (file === undefined) return;
      attachInvoice.reset();
      setTooLarge(file.size > left);
      if (file.size > left) return;
      const base64 = toBase64(new Uint8Array(await file.arrayBuffer()));
      await attach.run({ id: disputeId, field, name: file.name.slice(-NAME_LENGTH), base64 });
    },
    takeInvoice(invoiceId) {
      setTooLarge(false);
      attach.reset();
      void attachInvoice.run({ id: disputeId, field, invoiceId });
    },
    problem: tooLarge ? TOO_LARGE : refusal === null ? null : describeError(refusal),
    isChoosing: attach.isPending,
    isDrawing: attachInvoice.isPending,
  };
}
