// Scripted trouble: which requests meet it and what it is.

/** `effect` says whether the request was executed before the trouble. */
export type Fault =
  | { readonly kind: 'timeout'; readonly effect: 'none' | 'done' }
  /** The caller hears nothing; the request reaches Stripe that much later, with its key. */
  | { readonly kind: 'delayed'; readonly delayMs: number }
  | { readonly kind: 'reset'; readonly effect: 'none' | 'done' }
  | { readonly kind: 'rate_limited'; readonly shouldRetry?: boolean }
  | { readonly kind: 'conflict' }
  /** `late`: Stripe answers 500 and completes the work that much later without another request. */
  | { readonly kind: 'server_error'; readonly effect: 'none' | 'done' }
  | { readonly kind: 'server_error'; readonly effect: 'late'; readonly delayMs: number }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'bad_gateway' }
  /** Executed; its events reach the list that much later. */
  | { readonly kind: 'event_lag'; readonly delayMs: number }
  /** Takes that long in real time (needs `schedule`); a second request with its key meets 409 meanwhile. */
  | { readonly kind: 'slow'; readonly delayMs: number };

export interface FaultRule {
  readonly match: {
    readonly method?: string;
    /** Without the query; a segment `*` stands for any id. */
    readonly path?: string;
    /** The first, second, ... request that matches; any when absent. */
    readonly nth?: number;
  };
  readonly fault: Fault;
  /** How often it strikes; once when absent. */
  readonly times?: number;
}

interface ActiveRule extends FaultRule {
  seen: number;
  struck: number;
}

/** The rules in force, with their counts. */
export interface FaultScript {
  replace(rules: readonly FaultRule[]): void;
  next(method: string, path: string): Fault | null;
}

function pathMatches(pattern: string, path: string): boolean {
  const [expected, actual] = [pattern.split('/'), path.split('/')];
  return (
    expected.length === actual.length &&
    expected.every((segment, index) => segment === '*' || segment === actual[index])
  );
}

export function createFaultScript(): FaultScript {
  let active: ActiveRule[] = [];
  const strikes = (rule: ActiveRule, method: string, path: string): boolean => {
    if (rule.match.method !== undefined && rule.match.method !== method) return false;
    if (rule.match.path !== undefined && !pathMatches(rule.match.path, path)) return false;
    rule.seen += 1;
    if (rule.struck >= (rule.times ?? 1) || (rule.match.nth !== undefined && rule.seen < rule.match.nth))
      return false;
    rule.struck += 1;
    return true;
  };
  return {
    replace(rules) {
      active = rules.map((rule) => ({ ...rule, seen: 0, struck: 0 }));
    },
    next: (method, path) => active.find((rule) => strikes(rule, method, path))?.fault ?? null,
  };
}
