// What `npm test` consists of, in the order in which it runs.

/** Who counts a part's tests; a part that counts nothing is one check. */
export type Counts = 'vitest' | 'playwright' | 'none';

export interface Part {
  readonly title: string;
  /** The script of package.json that runs it alone. */
  readonly script: string;
  readonly counts: Counts;
}

const check = (title: string, script: string): Part => ({ title, script, counts: 'none' });
const vitest = (title: string, script: string): Part => ({ title, script, counts: 'vitest' });

/** Stages run one after the other, the parts of a stage two at a time; what brings its own two workers is a stage alone. */
export const stages: readonly (readonly Part[])[] = [
  [
    check('types', 'types'),
    check('lint', 'lint'),
    check('format', 'format:check'),
    check('unused code', 'unused'),
  ],
  [check('builds', 'build')],
  [vitest('unit', 'unit')],
  [vitest('contract', 'contract'), vitest('journeys', 'journeys'), vitest('packaging', 'package:check')],
  [vitest('kills', 'kills'), vitest('crashes', 'crashes')],
  [check('simulations', 'sim:check')],
  [{ title: 'end to end', script: 'e2e', counts: 'playwright' }],
];
