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
  readonly label: string;
  readonly href: string;
  readonly icon: LucideIcon;
}

interface Area {
  readonly heading: string | null;
  readonly places: readonly Place[];
}

export const AREAS: readonly Area[] = [
  { heading: null, places: [{ label: 'Home', href: paths.home, icon: House }] },
  {
    heading: 'Sales',
    places: [
      { label: 'Invoices', href: paths.invoices, icon: FileText },
      { label: 'Recurring', href: paths.recurring, icon: Repeat },
      { label: 'Reminders', href: paths.reminders, icon: BellRing },
      { label: 'Customers', href: paths.customers, icon: Users },
      { label: 'Catalogue', href: paths.catalogue, icon: Package },
    ],
  },
  {
    heading: 'Money',
    places: [
      { label: 'Payments', href: paths.payments, icon: CreditCard },
      { label: 'Refunds', href: paths.refunds, icon: Undo2 },
      { label: 'Disputes', href: paths.disputes, icon: Gavel },
      { label: 'Credit notes', href: paths.creditNotes, icon: FileMinus2 },
      { label: 'Payouts', href: paths.payouts, icon: Landmark },
      { label: 'Fees', href: paths.fees, icon: Percent },
    ],
  },
  {
    heading: 'Books',
    places: [
      { label: 'Books', href: paths.books, icon: BookOpenCheck },
      { label: 'Reconcile', href: paths.reconcile, icon: CheckCheck },
      { label: 'Reports', href: paths.reports, icon: ChartColumn },
    ],
  },
  {
    heading: 'Program',
    places: [
      { label: 'Activity', href: paths.activity, icon: Activity },
      { label: 'Settings', href: paths.settings, icon: Settings },
    ],
  },
];
