// By which ways the invoice can be paid.
import { memo } from 'react';
import { MethodChecks } from '../../payments/method-checks.tsx';
import { useEditor } from './editor-context.ts';

export const MethodsSection = memo(function MethodsSection() {
  const { content, edit, errorAt } = useEditor();
  return (
    <section className="editor__section" aria-label="Ways to pay" data-path="paymentMethods">
      <MethodChecks
        label="Can be paid by"
        description="None chosen: as set in Stripe’s dashboard"
        chosen={content.paymentMethods}
        onChange={(paymentMethods) => edit({ type: 'patch', patch: { paymentMethods } })}
        currency={content.currency}
        error={errorAt('paymentMethods')}
      />
    </section>
  );
});
