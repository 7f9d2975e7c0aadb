// Above the draft of a revision: what it replaces, and what stays as it is.
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { useEditorTools } from './editor-context.ts';

export function RevisionBanner() {
  const { revises } = useEditorTools();
  if (revises === null) return null;
  return (
    <Banner
      title={`Revision of ${revises.number}`}
      actions={
        <LinkButton size="small" href={paths.invoice(revises.id)}>
          Show {revises.number}
        </LinkButton>
      }
    >
      When this is issued, {revises.number} is voided and this takes its place under a new number. Customer
      and currency stay as they are.
    </Banner>
  );
}
