// The history of a small business, written through the simulator's own operations.
import type { World } from '../world/world.ts';

export function seedCompany(world: World, runDue: () => void): void {
  world.step(() => undefined);
  runDue();
}
