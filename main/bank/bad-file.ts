// A bank file that cannot be read, refused with the reason in words.
import { invalidInput, type Refusal } from '../refusal.ts';

export function badFile(reason: string): Refusal {
  return invalidInput('file', reason);
}
