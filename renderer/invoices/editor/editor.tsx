// The editor of one draft: form left, the real document right.
import { memo, useEffect, useRef, useState } from 'react';
import { useCommand } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { go, paths } from '../../paths.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useStored } from '../stored.ts';
import { CustomerSection } from './customer-section.tsx';
import { EditorContext, EditorToolsContext } from './editor-context.ts';
import { EditorActions } from './editor-header.tsx';
import { focusPath } from './findings.ts';
import { LinesSection } from './lines-section.tsx';
import { MethodsSection } from './methods-section.tsx';
import { CurrencyOfInvoice, ExtrasSection, NotesSection } from './notes-section.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { RevisionBanner } from './revision-banner.tsx';
import { ReviewSheet } from './review-sheet.tsx';
import { TermsSection } from './terms-section.tsx';
import { TotalsSection } from './totals-section.tsx';
import { useEditorCommands } from './use-editor-commands.ts';
import { type EditorInput, type EditorState, useEditorState } from './use-editor-state.ts';
import { useLeaveBlank } from './use-leave-blank.ts';
import { useReview } from './use-review.ts';
import './editor.css';
import './lines.css';
import './review.css';

export function Editor(input: EditorInput & { readonly onReload: () => void }) {
  const state = useEditorState(input);
  const review = useReview(state);
  const form = useRef<HTMLDivElement>(null);
  const [isPreviewShown, setPreviewShown] = useStored('editor-preview', true);
  const [isDeleting, setDeleting] = useState(false);
  const { value, tools } = state;
  const wasSent = useLeaveBlank(value, state.canUndo);
  const onKeyDownCapture = useEditorCommands(state, review.open);
  const startsAtLines = input.draft.content.customerId !== null;
  useEffect(() => {
    // Without a customer the picker takes the focus by itself.
    if (startsAtLines && form.current) focusPath(form.current, 'lines.0.description');
  }, [startsAtLines]);
  const fix = (path: string): void => {
    review.close();
    // The sheet gives the focus back when it closes; the field takes it after that.
    setTimeout(() => focusPath(form.current ?? document, path), 0);
  };
  return (
    <EditorToolsContext value={tools}>
      <EditorContext value={value}>
        <Page
          title="Draft invoice"
          back={{ label: 'Invoices', href: paths.invoices }}
          layout="fill"
          actions={
            <EditorActions
              save={state.autosave.state}
              canUndo={state.canUndo}
              canRedo={state.canRedo}
              undo={state.undo}
              redo={state.redo}
              isPreviewShown={isPreviewShown}
              onTogglePreview={() => setPreviewShown(!isPreviewShown)}
              onDelete={() => setDeleting(true)}
              onReview={review.open}
            />
          }
        >
          <div
            className="editor"
            data-preview={isPreviewShown ? '' : undefined}
            onKeyDownCapture={onKeyDownCapture}
          >
            <div className="editor__form" ref={form}>
              <SaveProblem state={state} onReload={input.onReload} />
              <RevisionBanner />
              <EditorForm />
            </div>
            {isPreviewShown && <PreviewPane />}
          </div>
          {review.run && (
            <ReviewSheet
              draftId={value.draftId}
              run={review.run}
              onClose={review.close}
              onFix={fix}
              onSent={wasSent}
            />
          )}
          {isDeleting && <DeleteDraft id={value.draftId} onClose={() => setDeleting(false)} />}
        </Page>
      </EditorContext>
    </EditorToolsContext>
  );
}

/** Takes what it shows from the context, so that a change elsewhere on the page does not draw it again. */
const EditorForm = memo(function EditorForm() {
  return (
    <>
      <section className="editor__section editor__head" aria-label="Customer and terms">
        <CustomerSection />
        <TermsSection />
        <CurrencyOfInvoice />
      </section>
      <LinesSection />
      <TotalsSection />
      <MethodsSection />
      <NotesSection />
      <ExtrasSection />
    </>
  );
});

/** A draft that another window has changed is not overwritten; everything else is tried again with the next change. */
function SaveProblem({ state, onReload }: { readonly state: EditorState; readonly onReload: () => void }) {
  const { state: save, saveNow } = state.autosave;
  if (save.kind !== 'failed') return null;
  const action =
    save.error.kind === 'wrong-state' ? (
      <Button onPress={onReload}>Load it again</Button>
    ) : (
      <Button onPress={() => void saveNow(state.value.content)}>Try again</Button>
    );
  return (
    <Banner tone="bad" title="This draft is not saved" actions={action}>
      {describeError(save.error)}
    </Banner>
  );
}

function DeleteDraft({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const remove = useCommand('drafts.delete');
  const confirm = async (): Promise<void> => {
    const result = await remove.run({ id });
    if (!result.ok) return;
    showToast({ tone: 'neutral', title: 'Draft deleted' });
    go(paths.invoices, { replace: true });
  };
  return (
    <ConfirmDialog
      title="Delete this draft?"
      isOpen
      confirmLabel="Delete draft"
      variant="danger"
      isPending={remove.isPending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      Nothing of it has been sent, and no number has been used. It cannot be brought back.
    </ConfirmDialog>
  );
}
