// Seven programs that are wrong in one place each; a simulation that lets one of them live proves nothing.

export interface Mutant {
  readonly name: string;
  /** What is wrong, in words. */
  readonly says: string;
  /** Below the project's root. */
  readonly file: string;
  /** Each is found exactly once. */
  readonly changes: readonly { readonly from: string; readonly to: string }[];
}

const ATTEMPT = 'main/outbox/attempt.ts';
const LOOK_UP = 'const evidence = await lookUp(gateway, step, request);';
const BLIND = `const evidence: Awaited<ReturnType<typeof lookUp>> = { kind: 'absent', stripeTime: step.floor };`;
const KEY = 'await gateway.write(request, step.key,';

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'M1',
    says: 'repeats without looking up',
    file: ATTEMPT,
    changes: [{ from: LOOK_UP, to: `void lookUp; ${BLIND}` }],
  },
  {
    name: 'M2',
    says: 'looks up only what this computer’s clock says is twelve hours old',
    file: ATTEMPT,
    changes: [
      {
        from: LOOK_UP,
        to: `const begun = db.get<{ at: number }>('SELECT created_at AS at FROM operation WHERE id = ?', [step.operationId])?.at ?? 0;
  ${BLIND.replace('const evidence:', 'const blind:')}
  const evidence = options.clock.now() / 1000 - begun < 12 * 3600 ? blind : await lookUp(gateway, step, request);`,
      },
    ],
  },
  {
    name: 'M3',
    says: 'takes a new key for every attempt, without looking up',
    file: ATTEMPT,
    changes: [
      { from: LOOK_UP, to: `void lookUp; ${BLIND}` },
      { from: KEY, to: 'await gateway.write(request, `${step.key}.${sending.attempts}`,' },
    ],
  },
  {
    name: 'M4',
    says: 'takes a server error for a failure',
    file: 'main/outbox/decide.ts',
    changes: [
      {
        from: `    case 'server-error':
      return settle({
        state: 'checking',`,
        to: `    case 'server-error':
      return settle({
        state: 'failed',`,
      },
    ],
  },
  {
    name: 'M5',
    says: 'repeats under a new key after a server error',
    file: 'main/outbox/decide.ts',
    changes: [
      {
        from: "if (isRepeatable(step.intent)) return { kind: 'next-generation' };",
        to: "void isRepeatable; if (step.attempts > 0) return { kind: 'next-generation' };",
      },
    ],
  },
  {
    name: 'M6',
    says: 'answers a click before what was ordered is committed',
    file: 'main/outbox/enqueue.ts',
    changes: [
      {
        from: `  insertOperation(context.db, operationId, plan, context.now(), context.stripeFloor());
  reflect(context.db, operationId, context.now(), context.changes);`,
        to: `  const later = () =>
    context.db.transaction(() => {
      insertOperation(context.db, operationId, plan, context.now(), context.stripeFloor());
      reflect(context.db, operationId, context.now(), context.changes);
    });
  setTimeout(() => {
    try {
      later();
    } catch {
      // Lost: the program has died, or its disk is full.
    }
  }, 0);`,
      },
    ],
  },
  {
    name: 'M7',
    says: 'commits that a step is done, and in a second transaction what came of it',
    file: ATTEMPT,
    changes: [
      {
        from: "    if (decision.kind === 'settle') finish(options, step, decision, changes);",
        to: "    if (decision.kind === 'settle') finish(options, step, { ...decision, apply: null }, changes);",
      },
      {
        from: "  if (decision.kind !== 'settle') return null;",
        to: `  if (decision.kind !== 'settle') return null;
  inTransaction(options, step, (changes) => finish(options, step, decision, changes));`,
      },
    ],
  },
];

/** The changed text of a file; throws where the program is no longer as a mutant has it. */
export function mutated({ name, changes }: Mutant, text: string): string {
  let changed = text;
  for (const { from, to } of changes) {
    if (changed.split(from).length !== 2) throw new Error(`${name} does not find once: ${from}`);
    changed = changed.replace(from, () => to);
  }
  return changed;
}
