// The state of one open draft: history, totals, autosave and what the last review found.
import { useMemo, useState, useSyncExternalStore } from 'react';
import type { Draft, DraftContent } from '../../../shared/contract/drafts.ts';
import type { Settings, TaxRate } from '../../../shared/contract/settings.ts';
import { numberMarks } from '../../../shared/domain/number-entry.ts';
import { estimateTotals } from '../../../shared/domain/totals.ts';
import { useCall } from '../../data.ts';
import { useReading } from '../../ui/format.ts';
import { useCouponOff } from './coupon-field.tsx';
import { emptyLine } from './draft-edits.ts';
import type { EditorTools, EditorValue } from './editor-context.ts';
import { openErrors, type ReviewedDraft } from './findings.ts';
import { createSession, type EditorSession } from './session.ts';
import { createUnreadFields } from './unread.ts';
import { type Autosave, useAutosave } from './use-autosave.ts';

export interface EditorState {
  readonly value: EditorValue;
  readonly tools: EditorTools;
  readonly autosave: Autosave;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setReviewed: (reviewed: ReviewedDraft) => void;
}

export interface EditorInput {
  readonly draft: Draft;
  readonly settings: Settings;
  readonly taxRates: readonly TaxRate[];
}

export function useEditorState({ draft, settings, taxRates }: EditorInput): EditorState {
  const { locale } = useReading();
  const { defaultTaxRateIds } = settings.invoicing;
  const [session] = useState(() => createSession(withOneLine(draft.content, defaultTaxRateIds)));
  const [unread] = useState(createUnreadFields);
  const history = useSyncExternalStore(session.subscribe, session.history);
  const { present: content, past, future, jumps } = history;
  const isUntouched = past.length === 0 && future.length === 0;
  const autosave = useAutosave(draft, isUntouched ? draft.content : content);
  const [reviewed, setReviewed] = useState<ReviewedDraft | null>(null);
  const taxExempt = useTaxExempt(content.customerId);
  const coupon = useCouponOff(content);
  const totals = useMemo(
    () => estimateTotals(content, taxRates, taxExempt, coupon),
    [content, taxRates, taxExempt, coupon],
  );
  const errors = useMemo(() => openErrors(reviewed, content), [reviewed, content]);
  const actions = useMemo(() => sessionActions(session, defaultTaxRateIds), [session, defaultTaxRateIds]);
  const { currency } = content;
  const tools = useMemo<EditorTools>(
    () => ({
      draftId: draft.id,
      revises: draft.revises,
      currency,
      taxRates,
      locale,
      marks: numberMarks(locale),
      jumps,
      unread,
      errorAt: (path) => errors.get(path),
      ...actions,
    }),
    [draft.id, draft.revises, currency, taxRates, locale, jumps, unread, errors, actions],
  );
  const value = useMemo<EditorValue>(() => ({ ...tools, content, totals }), [tools, content, totals]);
  return {
    value,
    tools,
    autosave,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    undo: () => session.dispatch({ type: 'undo' }),
    redo: () => session.dispatch({ type: 'redo' }),
    setReviewed,
  };
}

type Actions = Pick<EditorTools, 'edit' | 'takeBack' | 'settle' | 'contentNow' | 'newLine'>;

function sessionActions(session: EditorSession, defaultTaxRateIds: readonly string[]): Actions {
  const contentNow = (): DraftContent => session.history().present;
  return {
    contentNow,
    edit: (edit, run) => session.dispatch({ type: 'edit', edit, ...(run === undefined ? {} : { run }) }),
    takeBack: (run) => session.dispatch({ type: 'unread', run }),
    settle: () => session.dispatch({ type: 'settle' }),
    newLine: () => emptyLine(crypto.randomUUID(), contentNow().lines.at(-1)?.taxRateIds ?? defaultTaxRateIds),
  };
}

/** A draft is never shown without a line to write in. */
function withOneLine(content: DraftContent, taxRateIds: readonly string[]): DraftContent {
  if (content.lines.length > 0) return content;
  return { ...content, lines: [emptyLine(crypto.randomUUID(), taxRateIds)] };
}

/** An exempt or reverse-charged customer owes no tax, whatever the lines say. */
function useTaxExempt(customerId: string | null): boolean {
  const customer = useCall('customers.get', { id: customerId ?? '-' }, { enabled: customerId !== null }).data;
  return customer !== undefined && customer.fields.taxExempt !== 'none';
}
