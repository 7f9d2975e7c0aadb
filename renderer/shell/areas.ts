// The places of the program, in the order of the sidebar.
import {
  Activity,
  BellRing,
  BookOpenCheck,
  ChartColumn,
  CheckCheck,
  CreditCard,
  FileMinus2,
  FileText,
  Gavel,
  House,
  Landmark,
  type LucideIcon,
  Package,
  Percent,
  Repeat,
  Settings,
  Undo2,
  Users,
} from 'lucide-react';
import { paths } from '../paths.ts';

export interface Place {
  /** Of the command that leads there; the application menu names some of them. */
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly icon: LucideIcon;
  readonly shortcut?: string;
}

interface Area {
  readonly heading: string | null;
  readonly places: readonly Place[];
}

export const AREAS: readonly Area[] = [
  {
    heading: null,
    places: [{ id: 'go-home', label: 'Home', href: paths.home, icon: House, shortcut: 'g h' }],
  },
  {
    heading: 'Sales',
    places: [
      { id: 'go-invoices', label: 'Invoices', href: paths.invoices, icon: FileText, shortcut: 'g i' },
      { id: 'go-recurring', label: 'Recurring', href: paths.recurring, icon: Repeat, shortcut: 'g e' },
      { id: 'go-reminders', label: 'Reminders', href: paths.reminders, icon: BellRing, shortcut: 'g m' },
      { id: 'go-customers', label: 'Customers', href: paths.customers, icon: Users, shortcut: 'g c' },
      { id: 'go-catalogue', label: 'Catalogue', href: paths.catalogue, icon: Package, shortcut: 'g t' },
    ],
  },
  {
    heading: 'Money',
    places: [
      { id: 'go-payments', label: 'Payments', href: paths.payments, icon: CreditCard, shortcut: 'g p' },
      { id: 'go-refunds', label: 'Refunds', href: paths.refunds, icon: Undo2, shortcut: 'g r' },
      { id: 'go-disputes', label: 'Disputes', href: paths.disputes, icon: Gavel, shortcut: 'g d' },
      { id: 'go-credit-notes', label: 'Credit notes', href: paths.creditNotes, icon: FileMinus2 },
      { id: 'go-payouts', label: 'Payouts', href: paths.payouts, icon: Landmark },
      { id: 'go-fees', label: 'Fees', href: paths.fees, icon: Percent },
    ],
  },
  {
    heading: 'Books',
    places: [
      { id: 'go-books', label: 'Books', href: paths.books, icon: BookOpenCheck },
      { id: 'go-reconcile', label: 'Reconcile', href: paths.reconcile, icon: CheckCheck, shortcut: 'g b' },
      { id: 'go-reports', label: 'Reports', href: paths.reports, icon: ChartColumn },
    ],
  },
  {
    heading: 'Program',
    places: [
      { id: 'go-activity', label: 'Activity', href: paths.activity, icon: Activity, shortcut: 'g a' },
      { id: 'settings', label: 'Settings', href: paths.settings, icon: Settings, shortcut: 'Mod+,' },
    ],
  },
];
