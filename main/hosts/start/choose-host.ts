// Decides whether the program opens in Electron or in the system's browser, and says why when it is not Electron.
import { fetchRuntime, findRuntime } from './electron-runtime.ts';

export type HostChoice =
  | { readonly kind: 'electron'; readonly executable: string }
  /** `reason` is one sentence for the person at the terminal; null when the browser was asked for. */
  | { readonly kind: 'browser'; readonly reason: string | null };

export interface HostQuestion {
  readonly root: string;
  /** The browser was asked for. */
  readonly browser: boolean;
}

/** What the choice depends on, apart from what was asked for. */
export interface Surroundings {
  readonly hasDisplay: () => boolean;
  readonly findRuntime: (root: string) => string | null;
  readonly fetchRuntime: (root: string) => Promise<string | null>;
}

const noRuntime =
  'Electron’s runtime is not installed and could not be downloaded, so Quittance opens in your browser instead.';
const noDisplay = 'There is no display here for a window, so Quittance is served to a browser instead.';

const thisMachine: Surroundings = {
  hasDisplay: () => hasDisplay(process.platform, process.env),
  findRuntime,
  fetchRuntime,
};

export async function chooseHost(
  question: HostQuestion,
  around: Surroundings = thisMachine,
): Promise<HostChoice> {
  if (question.browser) return { kind: 'browser', reason: null };
  const executable = around.findRuntime(question.root) ?? (await around.fetchRuntime(question.root));
  if (executable === null) return { kind: 'browser', reason: noRuntime };
  return around.hasDisplay() ? { kind: 'electron', executable } : { kind: 'browser', reason: noDisplay };
}

/** Only on Linux can a session be without a display. */
export function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (platform !== 'linux') return true;
  return [environment['DISPLAY'], environment['WAYLAND_DISPLAY']].some(
    (name) => name !== undefined && name !== '',
  );
}
