// Above the draft of a revision: what it replaces, and what stays as it is.
import { Link } from 'react-aria-components/Link';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/banner.tsx';
import { useEditorTools } from './editor-context.ts';

export function RevisionBanner() {
  const { revises } = useEditorTools();
  if (revises === null) return null;
  return (
    <Banner title={`Revision of ${revises.number}`}>
      When this is issued, <Link href={paths.invoice(revises.id)}>{revises.number}</Link> is voided and this
      takes its place under a new number. Customer and currency stay as they are.
    </Banner>
  );
}
