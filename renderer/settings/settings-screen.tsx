// Settings, one section at a time; everything is saved as it is typed.
import {
  BellRing,
  Building2,
  DatabaseBackup,
  FileType2,
  KeyRound,
  Lock,
  type LucideIcon,
  Palette,
  Percent,
  Rocket,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { Link } from 'react-aria-components/Link';
import { paths } from '../paths.ts';
import { useAppState } from '../shell/app-state.ts';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonLines } from '../ui/states.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import { CompanySection } from './company-section.tsx';
import { DocumentSection } from './document-section.tsx';
import { GoingLiveSection } from './going-live-section.tsx';
import { InvoicingSection } from './invoicing-section.tsx';
import { LockSection } from './lock-section.tsx';
import { RemindersSection } from './reminders-section.tsx';
import { SaveState } from './save-state.tsx';
import { StripeSection } from './stripe-section.tsx';
import { type SettingsForm, useSettings } from './use-settings.ts';
import './settings.css';

interface Section {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly Content: ComponentType<{ readonly form: SettingsForm }>;
}

const COMPANY: Section = { id: 'company', label: 'Company', icon: Building2, Content: CompanySection };
export const SETTINGS_SECTIONS: readonly Section[] = [
  COMPANY,
  { id: 'invoicing', label: 'Invoicing and taxes', icon: Percent, Content: InvoicingSection },
  { id: 'document', label: 'Document', icon: FileType2, Content: DocumentSection },
  { id: 'reminders', label: 'Reminders', icon: BellRing, Content: RemindersSection },
  { id: 'stripe', label: 'Stripe account', icon: KeyRound, Content: StripeSection },
  { id: 'going-live', label: 'Going live', icon: Rocket, Content: GoingLiveSection },
  { id: 'backups', label: 'Backups', icon: DatabaseBackup, Content: BackupsSection },
  { id: 'lock', label: 'Lock', icon: Lock, Content: LockSection },
  { id: 'appearance', label: 'Appearance', icon: Palette, Content: AppearanceSection },
];

export function SettingsScreen({ section }: { readonly section: string | undefined }) {
  const form = useSettings();
  const { lock } = useAppState();
  // Where the system cannot be asked who is there, there is nothing to choose.
  const sections = SETTINGS_SECTIONS.filter((place) => place.id !== 'lock' || lock.isOffered);
  const { id, Content } = sections.find((candidate) => candidate.id === section) ?? COMPANY;
  return (
    <Page title="Settings" actions={form && <SaveState state={form.state} error={form.error} />}>
      <div className="settings">
        <nav className="settings__nav" aria-label="Settings">
          {sections.map((place) => (
            <Link
              key={place.id}
              href={paths.settingsSection(place.id)}
              className="sidebar__link"
              {...(place.id === id ? { 'aria-current': 'page' } : {})}
            >
              <Icon icon={place.icon} />
              {place.label}
            </Link>
          ))}
        </nav>
        <div className="settings__section">{form === null ? <SkeletonLines /> : <Content form={form} />}</div>
      </div>
    </Page>
  );
}
