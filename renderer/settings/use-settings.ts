// Settings as a form that saves itself: what is typed is kept here at once and in the books a moment later.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallError } from '../../shared/contract/errors.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { useCall, useCommand, useKeepAnswer } from '../data.ts';

const QUIET_MS = 500;

export interface SettingsForm {
  readonly settings: Settings;
  /** Changes one section. */
  readonly change: <Section extends keyof Settings>(
    section: Section,
    part: Partial<Settings[Section]>,
  ) => void;
  readonly state: 'saved' | 'saving' | 'refused';
  readonly error: CallError | null;
}

/** Null until the settings have been read. */
export function useSettings(): SettingsForm | null {
  const saved = useCall('settings.get', {}).data;
  const { run, error } = useCommand('settings.save', { failure: 'quiet' });
  const keepAnswer = useKeepAnswer();
  const [edited, setEdited] = useState<Settings | null>(null);
  const latest = useRef<Settings | null>(null);
  const save = useCallback(async () => {
    const settings = latest.current;
    if (settings === null) return;
    const result = await run({ settings });
    // What was typed while it was being saved is saved by the timer that the typing started.
    if (!result.ok || latest.current !== settings) return;
    // Before the form lets go of it: the next change builds on what is shown.
    keepAnswer('settings.get', {}, result.value);
    latest.current = null;
    setEdited(null);
  }, [run, keepAnswer]);
  useEffect(() => {
    latest.current = edited;
    if (edited === null) return undefined;
    const timer = setTimeout(() => void save(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [edited, save]);
  // Leaving the screen saves what the timer has not.
  useEffect(() => () => void save(), [save]);
  const settings = edited ?? saved;
  if (settings === undefined) return null;
  return {
    settings,
    change: (section, part) => setEdited({ ...settings, [section]: { ...settings[section], ...part } }),
    state: error !== null ? 'refused' : edited === null ? 'saved' : 'saving',
    error,
  };
}
