// What shows that it was the same customer each time. Nothing is guessed: what the books do not know is asked for.
import { useState } from 'react';
import { hasAddress } from '../../shared/domain/compelling-evidence.ts';
import { AddressFields } from '../ui/address-fields.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { CompellingProps } from './compelling-card.tsx';

const FIELDS = [
  ['customer_purchase_ip', 'IP address', 'As your shop or server has it'],
  ['customer_email_address', 'E-mail address', ''],
  ['customer_device_id', 'Device number', 'Such as an IMEI, of 15 characters or more'],
  ['customer_device_fingerprint', 'Device fingerprint', 'Of 20 characters or more'],
  ['customer_account_id', 'Account', 'By which the customer signs in to you'],
] as const;

export function SameCustomer({ part, answer, change, refusalOf, onLeave }: CompellingProps) {
  const [focused, setFocused] = useState('');
  const { identifiers, shippedTo, goods } = answer;
  // Nobody is told that half an address is none while they type it.
  const problemOf = (field: string): string | undefined =>
    field === focused ? undefined : part.problems.find((problem) => problem.field === field)?.message;
  return (
    <>
      <h3 className="answer__heading">
        The same customer{' '}
        <span className="answer__note">
          only what was the same with all three payments; leave the rest empty
        </span>
      </h3>
      <div className="answer__texts">
        {FIELDS.map(([field, label, hint]) => (
          <TextField
            key={field}
            label={label}
            value={identifiers[field]}
            onChange={(text) => change({ identifiers: { ...identifiers, [field]: text } })}
            onFocus={() => setFocused(field)}
            onBlur={() => {
              setFocused('');
              onLeave();
            }}
            {...(hint === '' ? {} : { description: hint })}
            error={refusalOf(`identifiers.${field}`) ?? problemOf(field)}
          />
        ))}
      </div>
      {(goods === 'merchandise' || hasAddress(shippedTo)) && (
        <fieldset className="compelling__address">
          <legend className="field__label">Shipped to, all three times</legend>
          <AddressFields
            value={shippedTo}
            onChange={(address) => change({ shippedTo: address })}
            errorAt={(field) => refusalOf(`shippedTo.${field}`) ?? problemOf(`shippedTo.${field}`)}
          />
        </fieldset>
      )}
    </>
  );
}
