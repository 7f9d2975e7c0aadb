import { describe, expect, it } from 'vitest';
import { aboutLines } from '../../../shared/domain/review/lines.ts';

const line = (unitAmountDecimal: string, quantity = '1') => ({
  id: unitAmountDecimal,
  description: 'x',
  quantity,
  unitAmountDecimal,
  taxRateIds: [],
  discount: null,
  item: null,
});

describe('the review of lines', () => {
  it('leads from a line that Stripe cannot charge to the figure that makes it so', () => {
    const findings = aboutLines({
      content: {
        lines: [line('1000'), line('999999999999'), line('99999999999900'), line('50000', '1000000000')],
      },
      knownTaxRateIds: new Set(),
      isItemInUse: () => true,
    }).filter(({ code }) => code === 'amount-too-large');
    expect(findings.map(({ path }) => path)).toEqual(['lines.2.unitAmountDecimal', 'lines.3.quantity']);
  });
});
