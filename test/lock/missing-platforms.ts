// Finds what a lock file lacks for `npm ci` to pass: builds for other systems that the registry of whoever made it did not have.
import { z } from 'zod';

const LockedPackage = z.looseObject({ optionalDependencies: z.record(z.string(), z.string()).optional() });

/** The parts of package-lock.json that matter here; the rest is kept. */
export const Lock = z.looseObject({ packages: z.record(z.string(), LockedPackage) });
export type Lock = z.infer<typeof Lock>;

/** An entry as npm writes it for a package that it does not install on this system. */
export interface PlatformEntry {
  readonly version: string;
  readonly cpu: readonly string[];
  readonly libc?: readonly string[];
  readonly optional: true;
  readonly os: readonly string[];
}

const platform =
  /-(?<os>android|darwin|freebsd|linux|openharmony|win32)-(?<cpu>[a-z0-9]+)(?:-(?<abi>[a-z]+))?$/;

const libcs: Readonly<Record<string, string>> = {
  gnu: 'glibc',
  gnueabihf: 'glibc',
  musl: 'musl',
  musleabihf: 'musl',
};

/** The entries to add, by their place in the lock. Throws for a missing package that is not named after a system. */
export function missingPlatforms(lock: Lock): Readonly<Record<string, PlatformEntry>> {
  const wanted = Object.values(lock.packages).flatMap((locked) =>
    Object.entries(locked.optionalDependencies ?? {}),
  );
  const places = new Set(Object.keys(lock.packages));
  const isThere = (name: string) =>
    [...places].some((place) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`));
  return Object.fromEntries(
    wanted
      .filter(([name, version]) => !isThere(name) && /^\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version)]),
  );
}

function entryFor(name: string, version: string): PlatformEntry {
  const { os, cpu, abi } = platform.exec(name)?.groups ?? {};
  if (os === undefined || cpu === undefined)
    throw new Error(`${name} is missing in the lock and is for no known system`);
  const libc = abi === undefined ? undefined : libcs[abi];
  return { version, cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }), optional: true, os: [os] };
}
