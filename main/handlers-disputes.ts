// Handlers of the calls about disputes: each names its use case.
import type { disputeCalls } from '../shared/contract/disputes.ts';
import type { Handlers } from './handlers.ts';
import { contextOf, type HandlerDependencies, handlerOf } from './handlers-context.ts';
import { attachInvoice } from './invoicing/disputes/attach-invoice.ts';
import { getDispute } from './invoicing/disputes/get-dispute.ts';
import { countDisputes, listDisputes } from './invoicing/disputes/list-disputes.ts';
import { acceptDispute, stageAnswer, submitAnswer } from './invoicing/disputes/send-answer.ts';
import { attachToAnswer, detachFromAnswer, writeAnswer } from './invoicing/disputes/write-answer.ts';
import { Changes } from './sync/changes.ts';

type DisputeHandlers = Pick<Handlers, keyof typeof disputeCalls>;

export function disputeHandlers(dependencies: HandlerDependencies): DisputeHandlers {
  const run = handlerOf(dependencies);
  return {
    'disputes.list': run(listDisputes),
    'disputes.counts': run(countDisputes),
    'disputes.get': run(getDispute),
    'disputes.write': run(writeAnswer),
    'disputes.attach': run(attachToAnswer),
    // The document is drawn first, so that what changed is announced when it has.
    'disputes.attachInvoice': async (input) => {
      const changes = new Changes();
      const output = await attachInvoice(contextOf(dependencies, changes), input);
      if (!changes.empty) dependencies.announce(changes);
      return output;
    },
    'disputes.detach': run(detachFromAnswer),
    'disputes.stage': run(stageAnswer),
    'disputes.submit': run(submitAnswer),
    'disputes.accept': run(acceptDispute),
  };
}
