// Handlers of the calls about the bank's statements: each names its use case.
import type { bankCalls } from '../shared/contract/bank.ts';
import type { Handlers } from './handlers.ts';
import { type HandlerDependencies, handlerOf } from './handlers-context.ts';
import {
  confirmSure,
  matchLines,
  reconsiderPairs,
  removeStatement,
  setLinesAside,
  unmatchLines,
} from './invoicing/bank/decide.ts';
import { importStatement, previewStatement } from './invoicing/bank/import-statement.ts';
import { bankOverview, getBankLine, lineOfPayout, listBankLines } from './invoicing/bank/lists.ts';

type BankHandlers = Pick<Handlers, keyof typeof bankCalls>;

export function bankHandlers(dependencies: HandlerDependencies): BankHandlers {
  const run = handlerOf(dependencies);
  return {
    'bank.preview': run(previewStatement),
    'bank.import': run(importStatement),
    'bank.overview': run(bankOverview),
    'bank.lines': run(listBankLines),
    'bank.line': run(getBankLine),
    'bank.ofPayout': run(lineOfPayout),
    'bank.match': run(matchLines),
    'bank.confirmSure': run(confirmSure),
    'bank.unmatch': run(unmatchLines),
    'bank.reconsider': run(reconsiderPairs),
    'bank.setAside': run(setLinesAside),
    'bank.removeStatement': run(removeStatement),
  };
}
