// Light or dark, and how close the rows of lists stand.
import { Monitor, Moon, Sun } from 'lucide-react';
import { applyAppearance } from '../shell/appearance.ts';
import { Card } from '../ui/card.tsx';
import { Segmented } from '../ui/segmented.tsx';
import type { SettingsForm } from './use-settings.ts';

export function AppearanceSection({ form }: { readonly form: SettingsForm }) {
  const { appearance } = form.settings;
  const change = (part: Partial<typeof appearance>): void => {
    applyAppearance({ ...appearance, ...part });
    form.change('appearance', part);
  };
  return (
    <Card title="Appearance">
      <div className="stack">
        <Segmented
          label="Theme"
          value={appearance.theme}
          onChange={(theme) => change({ theme })}
          segments={[
            { id: 'system', label: 'As the system', icon: Monitor },
            { id: 'light', label: 'Light', icon: Sun },
            { id: 'dark', label: 'Dark', icon: Moon },
          ]}
        />
        <Segmented
          label="Rows of lists"
          value={appearance.density}
          onChange={(density) => change({ density })}
          segments={[
            { id: 'comfortable', label: 'Comfortable' },
            { id: 'compact', label: 'Compact' },
          ]}
        />
      </div>
    </Card>
  );
}
