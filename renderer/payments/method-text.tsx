// How something was paid, in a narrow cell: its last four digits are never cut, the words before them give way.
import './payments.css';

const DIGITS = ' ••••';

/** `method` is such as "Visa •••• 4242". */
export function MethodText({ method }: { readonly method: string }) {
  const at = method.lastIndexOf(DIGITS);
  if (at < 0) return method;
  return (
    <span className="method" title={method}>
      <span className="truncate">{method.slice(0, at)}</span>{' '}
      <span className="method__digits">{method.slice(at + 1)}</span>
    </span>
  );
}
