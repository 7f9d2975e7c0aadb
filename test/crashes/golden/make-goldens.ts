// Makes the golden file of every schema version that has none yet: `node test/crashes/golden/make-goldens.ts`. One that exists is never made again,
// and the next one begins with it: what an earlier program left is not written anew by a later one.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { migrate, migrations } from '../../../main/store/migrate.ts';
import { lockPragmas, writePragmas } from '../../../main/store/pragmas.ts';
import { goldenPath, readGolden } from '../../support/goldens.ts';
import { fill } from './content.ts';

const folder = mkdtempSync(join(tmpdir(), 'quittance-golden-'));
for (const { version } of migrations) {
  const target = goldenPath(version);
  if (existsSync(target)) continue;
  const path = join(folder, `v${version}.db`);
  if (version > 1) writeFileSync(path, readGolden(version - 1));
  const connection = new Database(path);
  lockPragmas(connection);
  writePragmas(connection);
  migrate(
    connection,
    version - 1,
    migrations.filter((step) => step.version === version),
  );
  fill(connection, version);
  connection.close();
  writeFileSync(target, gzipSync(readFileSync(path), { level: 9 }));
  process.stdout.write(`${target}\n`);
}
rmSync(folder, { recursive: true });
