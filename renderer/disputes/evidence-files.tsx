// The files of an answer: one a field, chosen here or made from the invoice, checked by the program by its bytes.
import { FileText, Paperclip, X } from 'lucide-react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { EVIDENCE_KINDS } from '../../shared/domain/evidence.ts';
import { fileWords } from '../../shared/text/evidence-words.ts';
import { useCommand } from '../data.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Dispute } from './dispute.ts';
import { sizeText } from './size-text.ts';
import { useFileSlot } from './use-file-slot.ts';

type Slot = Dispute['answer']['files'][number];

export interface EvidenceFilesProps {
  readonly dispute: Dispute;
  /** Bytes that may still be added. */
  readonly left: number;
}

export function EvidenceFiles({ dispute, left }: EvidenceFilesProps) {
  return (
    <ul className="answer__files">
      {dispute.answer.files.map((slot) => (
        <FileSlot key={slot.field} dispute={dispute} slot={slot} left={left + (slot.file?.size ?? 0)} />
      ))}
    </ul>
  );
}

interface FileSlotProps extends EvidenceFilesProps {
  readonly slot: Slot;
}

function FileSlot({ dispute, slot, left }: FileSlotProps) {
  const { field, file } = slot;
  const { label, hint } = fileWords(field);
  const { choose, takeInvoice, problem, isChoosing, isDrawing } = useFileSlot(dispute.id, field, left);
  const detach = useCommand('disputes.detach');
  const [invoice] = dispute.invoices;
  return (
    <li className="answer__file">
      <div className="answer__file-name">
        <span>{label}</span>
        {file !== null ? (
          <Attached file={file} />
        ) : (
          hint !== '' && <span className="muted small">{hint}</span>
        )}
        {problem !== null && (
          <p className="field__error" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div className="cluster">
        {field === 'receipt' && file === null && invoice && (
          <Button size="small" isPending={isDrawing} onPress={() => takeInvoice(invoice.id)}>
            {`Attach invoice ${invoice.number ?? ''}`.trim()}
          </Button>
        )}
        <FileTrigger acceptedFileTypes={[...EVIDENCE_KINDS]} onSelect={(files) => void choose(files)}>
          <Button
            size="small"
            icon={Paperclip}
            isPending={isChoosing}
            aria-label={`${file === null ? 'Choose a file' : 'Replace the file'}: ${label}`}
          >
            {file === null ? 'Choose' : 'Replace'}
          </Button>
        </FileTrigger>
        {file !== null && (
          <IconButton
            icon={X}
            size="small"
            label={`Remove: ${label}`}
            onPress={() => void detach.run({ id: dispute.id, field })}
          />
        )}
      </div>
    </li>
  );
}

function Attached({ file }: { readonly file: NonNullable<Slot['file']> }) {
  const notes = [file.size === null ? '' : sizeText(file.size), file.atStripe ? 'at Stripe' : ''];
  return (
    <span className="answer__attached">
      <Icon icon={FileText} size={14} />
      <span className="truncate" title={file.name}>
        {file.name}
      </span>
      <span className="muted small">{notes.filter((note) => note !== '').join(' · ')}</span>
    </span>
  );
}
