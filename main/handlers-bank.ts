// Handlers of the calls about the bank's statements: each names its use case.
import type { bankCalls } from '../shared/contract/bank.ts';
import type { Handlers } from './handlers.ts';
import { type HandlerDependencies, handlerOf, longHandlerOf } from './handlers-context.ts';
import {
  confirmSure,
  matchLines,
  reconsiderPairs,
  setLinesAside,
  unmatchLines,
} from './invoicing/bank/decide.ts';
import { importStatement } from './invoicing/bank/import-statement.ts';
import { previewStatement } from './invoicing/bank/preview-statement.ts';
import { removeStatement } from './invoicing/bank/remove-statement.ts';
import { bankOverview, getBankLine, lineOfPayout, listBankLines } from './invoicing/bank/lists.ts';

type BankHandlers = Pick<Handlers, keyof typeof bankCalls>;

export function bankHandlers(dependencies: HandlerDependencies): BankHandlers {
  const run = handlerOf(dependencies);
  const runLong = longHandlerOf(dependencies);
  return {
    'bank.preview': runLong(previewStatement),
    'bank.import': runLong(importStatement),
    'bank.overview': run(bankOverview),
    'bank.lines': run(listBankLines),
    'bank.line': run(getBankLine),
    'bank.ofPayout': run(lineOfPayout),
    'bank.match': run(matchLines),
    'bank.confirmSure': run(confirmSure),
    'bank.unmatch': run(unmatchLines),
    'bank.reconsider': run(reconsiderPairs),
    'bank.setAside': run(setLinesAside),
    'bank.removeStatement': runLong(removeStatement),
  };
}
