// How a recurring invoice stands, in an icon and a word.
import {
  CircleAlert,
  CirclePause,
  CircleStop,
  Clock,
  type LucideIcon,
  Repeat,
  ShieldAlert,
  TriangleAlert,
} from 'lucide-react';
import type { RecurringRow, Standing } from '../../shared/contract/recurring.ts';
import { formatDay } from '../../shared/domain/dates.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { useReading } from '../ui/format.ts';

interface Look {
  readonly word: string;
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

const LOOKS: Readonly<Record<Standing, Look>> = {
  active: { word: 'Active', icon: Repeat, tone: 'good' },
  ending: { word: 'Ending', icon: CircleStop, tone: 'warning' },
  paused: { word: 'Paused', icon: CirclePause, tone: 'neutral' },
  'past-due': { word: 'Past due', icon: TriangleAlert, tone: 'bad' },
  incomplete: { word: 'First payment missing', icon: CircleAlert, tone: 'warning' },
  ended: { word: 'Ended', icon: CircleStop, tone: 'neutral' },
  queued: { word: 'Queued', icon: Clock, tone: 'info' },
  failed: { word: 'Not begun', icon: CircleAlert, tone: 'bad' },
  'needs-review': { word: 'Needs review', icon: ShieldAlert, tone: 'warning' },
};

export function StandingBadge({
  recurring,
}: {
  readonly recurring: Pick<RecurringRow, 'standing' | 'endDay'>;
}) {
  const { locale } = useReading();
  const { standing, endDay } = recurring;
  const { word, icon, tone } = LOOKS[standing];
  const showsDay = (standing === 'ending' || standing === 'ended') && endDay !== null;
  return (
    <Badge icon={icon} tone={tone} {...(showsDay ? { detail: formatDay(endDay, locale) } : {})}>
      {word}
    </Badge>
  );
}
