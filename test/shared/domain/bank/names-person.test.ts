import { expect, test } from 'vitest';
import { namesAnyOf } from '../../../../shared/domain/bank/names-person.ts';

test.each([
  ['Jana Müller', 'SEPA Gutschrift MUELLER, JANA Rechnung 12'],
  ['Jana Müller', 'Jana Muller'],
  ['Müller & Söhne GmbH', 'MUELLER U. SOEHNE'],
  ['Müller & Söhne GmbH', 'Müller & Söhne'],
  ['José Nuñez', 'PAGO DE NUNEZ JOSE'],
  ['Strauß', 'An Strauss, Miete'],
  ['jana@acme.example', 'PayPal jana@acme.example'],
])('%s is named by “%s”', (name, text) => {
  expect(namesAnyOf(['', name])(text)).toBe(true);
});

test.each([
  ['Jana Müller', 'Jana Schmidt, Müllerstraße 3'],
  ['Bo', 'Bo Larsen'],
  ['GmbH', 'Acme GmbH'],
  ['', 'Anything'],
  ['Rose', 'Rosen für Jana'],
])('%s is not named by “%s”', (name, text) => {
  expect(namesAnyOf([name])(text)).toBe(false);
});
