// How far something has come, or that it is under way when its end is not known.
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import { Label } from 'react-aria-components/TextField';
import './card.css';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 100; null when the end is not known. */
  readonly percent: number | null;
  /** Beside the label, such as "1,240 invoices". */
  readonly detail?: string;
}

export function ProgressBar({ label, percent, detail }: ProgressBarProps) {
  return (
    <AriaProgressBar className="progress" value={percent ?? 0} isIndeterminate={percent === null}>
      <div className="progress__text">
        <Label>{label}</Label>
        {detail !== undefined && <span className="muted tabular">{detail}</span>}
      </div>
      <div className="progress__track">
        {percent === null ? (
          <div className="progress__fill" data-indeterminate="" />
        ) : (
          <div className="progress__fill" style={{ width: `${percent}%` }} />
        )}
      </div>
    </AriaProgressBar>
  );
}
