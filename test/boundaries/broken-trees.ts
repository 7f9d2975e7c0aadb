// For every rule, the smallest sources that break it and the lines it must answer with: a rule that cannot fail protects nothing.
import * as files from './file-rules.ts';
import * as imports from './import-rules.ts';
import { readSource, type SourceTree } from './source-tree.ts';

export interface Rule {
  readonly name: string;
  readonly check: (tree: SourceTree) => readonly string[];
  /** Sources by path, which obey all but this rule. */
  readonly broken: Readonly<Record<string, string>>;
  readonly answers: readonly string[];
}

export const rules: readonly Rule[] = [
  {
    name: 'shared/ needs nothing but zod',
    check: imports.sharedIsAlone,
    broken: {
      'shared/domain/a.ts': "import { z } from 'zod';\nimport { join } from 'node:path';\nimport './b.ts';",
      'shared/domain/c.ts': "import type { Ports } from '../../main/ports.ts';",
    },
    answers: ['shared/domain/a.ts imports node:path', 'shared/domain/c.ts imports main/ports.ts'],
  },
  {
    name: 'the page knows only shared/',
    check: imports.pageKnowsOnlyShared,
    broken: {
      'renderer/a.tsx': "export type { Ports } from '../main/ports.ts';\nimport { b } from '../shared/b.ts';",
      'renderer/b.ts': "const fs = await import('node:fs');",
    },
    answers: ['renderer/a.tsx imports main/ports.ts', 'renderer/b.ts imports node:fs'],
  },
  {
    name: 'nothing imports the page or tests',
    check: imports.nothingFromPageOrTests,
    broken: {
      'main/a.ts': "import { app } from '../renderer/app.tsx';",
      'shared/b.ts': "import { c } from '../test/support/c.ts';",
    },
    answers: ['main/a.ts imports renderer/app.tsx', 'shared/b.ts imports test/support/c.ts'],
  },
  {
    name: 'the layers of main/ import downwards',
    check: imports.layersHold,
    broken: {
      'main/store/a.ts':
        "import { b } from '../stripe/gateway.ts';\nimport type { Ports } from '../ports.ts';",
      'main/stripe/c.ts': "import { d } from '../documents/typst-engine.ts';",
      'main/simulator/e.ts': "import type { Ports } from '../ports.ts';",
      'main/sync/f.ts': "import { g } from '../outbox/worker.ts';\nimport { h } from '../store/open.ts';",
      'main/outbox/i.ts': "import { j } from '../sync/poller.ts';\nimport { k } from '../sync/apply.ts';",
      'main/invoicing/l.ts':
        "import { m } from '../outbox/worker.ts';\nimport { n } from '../outbox/plan.ts';",
      'main/app.ts': "import { o } from './hosts/electron/main.ts';",
      'main/hosts/electron/p.ts':
        "import { q } from '../loopback/server.ts';\nimport { r } from '../../app.ts';",
      'main/hosts/loopback/s.ts': "import { t } from '../../store/open.ts';",
    },
    answers: [
      'main/store/a.ts imports main/stripe/gateway.ts',
      'main/stripe/c.ts imports main/documents/typst-engine.ts',
      'main/simulator/e.ts imports main/ports.ts',
      'main/sync/f.ts imports main/outbox/worker.ts',
      'main/outbox/i.ts imports main/sync/poller.ts',
      'main/invoicing/l.ts imports main/outbox/worker.ts',
      'main/app.ts imports main/hosts/electron/main.ts',
      'main/hosts/electron/p.ts imports main/hosts/loopback/server.ts',
      'main/hosts/loopback/s.ts imports main/store/open.ts',
    ],
  },
  {
    name: 'the shared vocabulary of main/ stays pure',
    check: imports.vocabularyIsPure,
    broken: {
      'main/ports.ts': "import type Stripe from 'stripe';\nimport { open } from './store/open.ts';",
      'main/outbox/step.ts': "import { readFileSync } from 'node:fs';",
    },
    answers: ['main/ports.ts imports main/store/open.ts', 'main/outbox/step.ts imports node:fs'],
  },
  {
    name: 'packages stay in the folder that is theirs',
    check: imports.packagesStayHome,
    broken: {
      'main/invoicing/a.ts': "import Database from 'better-sqlite3';",
      'main/sync/b.ts': "import type Stripe from 'stripe';",
      'main/simulator/c.ts': "import type Stripe from 'stripe';\nimport { Stripe as Client } from 'stripe';",
      'main/hosts/common/d.ts': "import { app } from 'electron';",
      'main/documents/e.ts': "import { createServer } from 'node:http';",
      'renderer/f.ts': "import Stripe from 'stripe/esm/stripe.js';",
    },
    answers: [
      'main/invoicing/a.ts imports better-sqlite3',
      'main/sync/b.ts imports stripe',
      'main/simulator/c.ts imports stripe',
      'main/hosts/common/d.ts imports electron',
      'main/documents/e.ts imports node:http',
      'renderer/f.ts imports stripe/esm/stripe.js',
    ],
  },
  {
    name: 'a use case cannot reach Stripe by any way',
    check: imports.useCasesCannotReachStripe,
    broken: {
      'main/invoicing/a.ts': "import { b } from '../outbox/plan.ts';",
      'main/outbox/plan.ts':
        "import type { T } from '../stripe/types.ts';\nimport { c } from '../stripe/gateway.ts';",
      'main/stripe/types.ts': "import Stripe from 'stripe';",
      'main/stripe/gateway.ts': "import Stripe from 'stripe';",
    },
    answers: ['main/invoicing/a.ts -> main/outbox/plan.ts -> main/stripe/gateway.ts -> stripe'],
  },
  {
    name: 'imports name files that are there',
    check: imports.importsNameFiles,
    broken: {
      'main/a.ts': "import { b } from './b';\nimport { c } from './c.ts';",
      'main/c.ts': 'export const c = 1;',
    },
    answers: ['main/a.ts imports main/b'],
  },
  {
    name: 'files are short',
    check: files.filesAreShort,
    broken: { 'main/a.ts': '\n'.repeat(301), 'main/b.ts': '\n'.repeat(300) },
    answers: ['main/a.ts has 301 lines'],
  },
  {
    name: 'no default exports but in configurations',
    check: files.noDefaultExports,
    broken: {
      'main/a.ts': 'export default 1;',
      'renderer/b.tsx': 'const b = 1;\nexport { b as default };',
      'main/vite.config.ts': 'export default {};',
    },
    answers: ['main/a.ts', 'renderer/b.tsx'],
  },
  {
    name: 'no barrels',
    check: files.noBarrels,
    broken: {
      'shared/index.ts': "// Everything.\nexport * from './a.ts';\nexport { b } from './b.ts';",
      'shared/c.ts': "export { b } from './b.ts';\nexport const c = 1;",
    },
    answers: ['shared/index.ts'],
  },
  {
    name: 'file names are kebab-case',
    check: files.namesAreKebabCase,
    broken: { 'renderer/InvoiceList.tsx': '', 'main/send_invoice.ts': '', 'test/a-b.test.ts': '' },
    answers: ['renderer/InvoiceList.tsx', 'main/send_invoice.ts'],
  },
  {
    name: 'a file says first what it is for',
    check: files.filesSayWhatTheyAreFor,
    broken: {
      'main/a.ts': 'export const a = 1;',
      'main/b.ts': '// Says it.',
      'renderer/c.css': 'a {}',
    },
    answers: ['main/a.ts'],
  },
  {
    name: 'nothing is left for later',
    check: files.nothingIsLeftForLater,
    broken: { 'main/a.ts': "// One.\n// TODO: the rest\nexport const later = 'TODO';" },
    answers: ['main/a.ts:2 TODO: the rest'],
  },
  {
    name: 'no check is silenced',
    check: files.noChecksAreSilenced,
    broken: {
      'main/a.ts': '// @ts-expect-error\nexport const a: string = 1;',
      'test/b.ts': '/* oxlint-disable */ export const b = 1;',
    },
    answers: ['main/a.ts:1 @ts-expect-error', 'test/b.ts:1 oxlint-disable'],
  },
  {
    name: 'type assertions are explained',
    check: files.assertionsAreExplained,
    broken: {
      'main/a.ts': [
        'export const a = 1 as unknown;',
        'export const b = [1] as const;',
        '// The check above makes it one.',
        'export const c = a as number;',
      ].join('\n'),
    },
    answers: ['main/a.ts:1 export const a = 1 as unknown;'],
  },
  {
    name: 'the time comes from the clock port',
    check: files.noHiddenClock,
    broken: {
      'shared/a.ts': 'export const now = new Date();\nexport const then = new Date(0);',
      'main/hosts/b.ts': 'export const now = new Date();',
    },
    answers: ['shared/a.ts:1 new Date()'],
  },
];

export function brokenTree(rule: Rule): SourceTree {
  return { files: Object.entries(rule.broken).map(([path, text]) => readSource(path, text)), topLevel: [] };
}
