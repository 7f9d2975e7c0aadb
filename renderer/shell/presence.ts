// Tells the program whether its window is in front, which sets how often it asks Stripe.
import { useEffect } from 'react';
import { useConnection } from '../data.ts';

export function usePresence(): void {
  const { client } = useConnection();
  useEffect(() => {
    let last: boolean | null = null;
    const tell = (): void => {
      const focused = document.visibilityState === 'visible' && document.hasFocus();
      if (focused === last) return;
      last = focused;
      void client('app.presence', { focused });
    };
    tell();
    const moments = ['focus', 'blur', 'visibilitychange'] as const;
    moments.forEach((moment) => window.addEventListener(moment, tell, { capture: true }));
    return () => moments.forEach((moment) => window.removeEventListener(moment, tell, { capture: true }));
  }, [client]);
}
