// The real document beside the form.
import { describeError } from '../../error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { ErrorState, SkeletonLines } from '../../ui/states.tsx';
import { DocumentView } from '../document-view.tsx';
import { useEditor } from './editor-context.ts';
import { usePreview } from './use-preview.ts';

export function PreviewPane() {
  const { draftId, content } = useEditor();
  const { pages, isDrawing, error } = usePreview(draftId, content);
  return (
    <aside className="editor__preview" aria-label="Document">
      {pages === null ? (
        <div className="editor__preview-wait">
          {error ? (
            <ErrorState title="The document cannot be drawn">{describeError(error)}</ErrorState>
          ) : (
            <SkeletonLines count={8} />
          )}
        </div>
      ) : (
        <>
          {error && <Banner tone="warning">{describeError(error)}</Banner>}
          <DocumentView
            label="Preview"
            pages={pages}
            isStale={isDrawing}
            status={isDrawing ? 'Drawing…' : 'As the customer will see it'}
          />
        </>
      )}
    </aside>
  );
}
