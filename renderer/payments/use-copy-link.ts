// Copies the address of an invoice's payment page. It is fetched and checked by the program; the page never makes one up.
import { useCommand } from '../data.ts';
import { showToast } from '../ui/toast.tsx';

export function useCopyLink(): (invoiceId: string) => void {
  const link = useCommand('external.copyLink');
  const copy = async (invoiceId: string): Promise<void> => {
    const result = await link.run({ invoiceId });
    if (!result.ok) return;
    const { address, copied } = result.value;
    if (copied || (await intoClipboard(address))) {
      showToast({ tone: 'good', title: 'Payment link copied', detail: 'It is good for at least ten days.' });
    } else {
      showToast({ tone: 'bad', title: 'The browser does not let the link be copied', detail: address });
    }
  };
  return (invoiceId) => void copy(invoiceId);
}

async function intoClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The person or the browser said no: the caller shows the text instead.
    return false;
  }
}
