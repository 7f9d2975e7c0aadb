// `npm run lock`: adds to package-lock.json what `npm install` leaves out of it where the registry lacks builds for other systems.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Lock, missingPlatforms } from './missing-platforms.ts';

const file = join(import.meta.dirname, '..', '..', 'package-lock.json');
const lock = Lock.parse(JSON.parse(readFileSync(file, 'utf8')));
const missing = missingPlatforms(lock);
const packages = Object.entries({ ...lock.packages, ...missing }).toSorted(([a], [b]) =>
  a.localeCompare(b, 'en'),
);
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(`Added ${Object.keys(missing).length} entries.`);
