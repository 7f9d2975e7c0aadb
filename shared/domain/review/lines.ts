// What the review finds in the lines of a draft. Pure.
import type { DraftContent, DraftLine, ReviewFinding } from '../../contract/drafts.ts';
import { parseDecimal } from '../decimal.ts';
import { tooLargeFigure } from '../line-amount.ts';
import { error, warning } from './finding.ts';

export interface LineFacts {
  readonly content: Pick<DraftContent, 'lines'>;
  readonly knownTaxRateIds: ReadonlySet<string>;
  /** Whether an item of the catalogue is there and not archived. */
  readonly isItemInUse: (itemId: string) => boolean;
}

const MOST_LINES = 250;

export function aboutLines({ content, knownTaxRateIds, isItemInUse }: LineFacts): readonly ReviewFinding[] {
  if (content.lines.length === 0) return [error('no-lines', 'lines', 'Write at least one line.')];
  const findings: ReviewFinding[] = [];
  if (content.lines.length > MOST_LINES) {
    findings.push(
      error('too-many-lines', 'lines', `Stripe takes at most ${MOST_LINES} lines on an invoice.`),
    );
  }
  content.lines.forEach((line, index) => {
    if (line.description.trim() === '')
      findings.push(
        error(
          'empty-line',
          `lines.${index}.description`,
          `Line ${index + 1} says nothing. Describe it, or delete it.`,
        ),
      );
    findings.push(...aboutFigures(line, index));
    if (line.item !== null && !isItemInUse(line.item.itemId))
      findings.push(
        warning(
          'archived-item',
          `lines.${index}.description`,
          `The item of line ${index + 1} is archived: the line is invoiced as written, and not counted to the item.`,
        ),
      );
    if (line.taxRateIds.some((id) => !knownTaxRateIds.has(id))) {
      findings.push(
        error(
          'unknown-tax-rate',
          `lines.${index}.taxRateIds`,
          `Line ${index + 1} uses a tax rate that is archived or unknown. Choose another.`,
        ),
      );
    }
  });
  return findings;
}

function aboutFigures(line: DraftLine, index: number): readonly ReviewFinding[] {
  const quantity = parseDecimal(line.quantity);
  if (!quantity || quantity.units < 0n)
    return [
      error(
        'empty-line',
        `lines.${index}.quantity`,
        `The quantity of line ${index + 1} must be zero or more. Use a negative price for a deduction.`,
      ),
    ];
  const figure = tooLargeFigure(line);
  return figure === null
    ? []
    : [
        error(
          'amount-too-large',
          `lines.${index}.${figure}`,
          `Line ${index + 1} is more than Stripe can charge.`,
        ),
      ];
}
