// Above every screen while the books are not as safe as they should be: damaged, just restored, or without a fresh backup.
import type { CallOutput } from '../../shared/contract/calls.ts';
import { SalvageButton } from '../backups/salvage-button.tsx';
import { FAILURES } from '../backups/words.ts';
import { useCall } from '../data.ts';
import { paths } from '../paths.ts';
import { Banner } from '../ui/banner.tsx';
import { LinkButton } from '../ui/button.tsx';
import { InstantText } from '../ui/date-text.tsx';
import { useAppState } from './app-state.ts';

type Status = CallOutput<'backups.status'>;

export function BackupNotice() {
  const { books } = useAppState();
  const status = useCall('backups.status', {}).data;
  const notice = books?.isReadOnly === true ? <DamagedNotice /> : status && noticeOf(status);
  return notice ? <div className="shell__notice">{notice}</div> : null;
}

function noticeOf({ restored, failure, isOld }: Status) {
  if (restored !== null && restored.settledAt === null) {
    return (
      <Banner
        title="These books were restored and are catching up"
        actions={<ToBackups label="See the restore" />}
      >
        They come from the backup of <InstantText at={restored.madeAt} />. What has happened at Stripe since
        is being fetched; everything can be read and drafted, and nothing is sent until it is here.
      </Banner>
    );
  }
  if (failure !== null) {
    return (
      <Banner tone="warning" title="The last backup failed" actions={<ToBackups label="See backups" />}>
        {FAILURES[failure.why]}
      </Banner>
    );
  }
  if (!isOld) return null;
  return (
    <Banner tone="warning" actions={<ToBackups label="See backups" />}>
      The last backup is several days old.
    </Banner>
  );
}

function DamagedNotice() {
  return (
    <Banner
      tone="bad"
      title="Open for reading only: the books file is damaged"
      actions={
        <>
          <SalvageButton size="small" />
          <ToBackups label="Restore a backup" />
        </>
      }
    >
      Nothing is changed, sent or fetched. A screen whose part of the file cannot be read says so.
    </Banner>
  );
}

function ToBackups({ label }: { readonly label: string }) {
  return (
    <LinkButton size="small" href={paths.settingsSection('backups')}>
      {label}
    </LinkButton>
  );
}
