// Chooses a country, a currency or a language by typing a part of its name.
import { useMemo } from 'react';
import { ComboBox } from './combo-box.tsx';
import type { FieldTexts } from './field.tsx';
import { useReading } from './format.ts';
import { countryOptions, currencyOptions, languageOptions } from './regions.ts';
import type { Option } from './select.tsx';

export interface RegionFieldProps extends FieldTexts {
  readonly value: string | null;
  /** Null when the field has been emptied. */
  readonly onChange: (value: string | null) => void;
  /** Stands in the empty field. */
  readonly noneLabel?: string;
  readonly isDisabled?: boolean;
}

interface ChoiceFieldProps extends RegionFieldProps {
  readonly listOf: (locale: string) => readonly Option<string>[];
}

function ChoiceField({ listOf, noneLabel = 'Not set', value, ...rest }: ChoiceFieldProps) {
  const { locale } = useReading();
  const options = useMemo(() => listOf(locale), [listOf, locale]);
  const shown = value === null || options.some((option) => option.id === value);
  const all = shown ? options : [...options, { id: value, label: value }];
  return (
    <ComboBox<string>
      {...rest}
      value={value}
      options={all}
      placeholder={noneLabel}
      emptyText="Nothing matches"
    />
  );
}

export function CountryField(props: RegionFieldProps) {
  return <ChoiceField {...props} listOf={countryOptions} />;
}

export function CurrencyField(props: RegionFieldProps) {
  return <ChoiceField {...props} listOf={currencyOptions} />;
}

/** `value` is BCP 47. */
export function LanguageField(props: RegionFieldProps) {
  return <ChoiceField {...props} listOf={languageOptions} />;
}
