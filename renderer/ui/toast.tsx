// Short notices at the window's corner, announced to assistive technology; a failure stays until it is closed.
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { Text } from 'react-aria-components/TextField';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components/Toast';
import { Button, IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import './toast.css';

export interface Notice {
  readonly tone: 'good' | 'neutral' | 'bad';
  readonly title: string;
  readonly detail?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const READING_TIME_MS = 6000;
const icons = { good: CircleCheck, neutral: Info, bad: CircleAlert } as const;
const queue = new ToastQueue<Notice>({ maxVisibleToasts: 4 });

/** Shows a notice; the answer takes it away before its time. */
export function showToast(notice: Notice): () => void {
  const key = queue.add(notice, notice.tone === 'bad' ? {} : { timeout: READING_TIME_MS });
  return () => queue.close(key);
}

/** Takes all notices away, as when other books are opened. */
export function clearToasts(): void {
  queue.clear();
}

export function ToastRegion() {
  return (
    <AriaToastRegion queue={queue} className="toasts" aria-label="Notices">
      {({ toast }) => (
        <AriaToast toast={toast} className="toast" data-tone={toast.content.tone}>
          <span className="toast__icon">
            <Icon icon={icons[toast.content.tone]} />
          </span>
          <ToastContent className="toast__content">
            <Text slot="title" className="toast__title">
              {toast.content.title}
            </Text>
            {toast.content.detail !== undefined && (
              <Text slot="description" className="toast__detail">
                {toast.content.detail}
              </Text>
            )}
          </ToastContent>
          {toast.content.action && (
            <Button
              size="small"
              onPress={() => {
                toast.content.action?.run();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <IconButton slot="close" icon={X} label="Dismiss" size="small" />
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
