// Countries, currencies and document languages by code; their names come from Intl in the reader's language.
import { DOCUMENT_LANGUAGES } from '../../shared/domain/document-languages.ts';
import type { Option } from './select.tsx';

const COUNTRIES =
  'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IS IT JE JM JO JP KE KG KH KI KM KN KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PR PS PT PY QA RE RO RS RU RW SA SB SC SE SG SI SK SL SM SN SO SR SS ST SV SX SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WS XK YE YT ZA ZM ZW'.split(
    ' ',
  );

/** What Stripe charges in (docs.stripe.com/currencies), the most used first. */
const CURRENCIES =
  'eur usd gbp chf cad aud jpy sek nok dkk pln czk huf ron bgn isk try ils aed sar inr sgd hkd nzd zar mxn brl cny krw thb myr idr php twd vnd clp cop ars pen uyu crc dop gtq hnl nio pab pyg bob jmd ttd bbd bsd bzd bmd awg ang kyd xcd fjd pgk sbd top vuv wst xpf mop npr pkr lkr bdt mvr mmk khr lak mnt kzt kgs uzs tjs azn amd gel uah mdl mkd rsd bam all rub egp mad dzd tnd lbp jod kwd bhd omr qar yer etb kes tzs ugx rwf bif djf sos ngn ghs xof xaf gnf sll lrd gmd cve std mzn mwk zmw bwp nad lsl szl mga mur scr kmf aoa cdf'.split(
    ' ',
  );

function named(
  codes: readonly string[],
  type: 'region' | 'language',
  locale: string,
): readonly Option<string>[] {
  const names = new Intl.DisplayNames(locale, { type });
  return codes
    .map((id) => ({ id, label: names.of(id) ?? id }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}

export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}

export function languageName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
}

export function countryOptions(locale: string): readonly Option<string>[] {
  return named(COUNTRIES, 'region', locale);
}

export function languageOptions(locale: string): readonly Option<string>[] {
  return named(DOCUMENT_LANGUAGES, 'language', locale);
}

/** "EUR – Euro", found by either. */
export function currencyOptions(locale: string): readonly Option<string>[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return CURRENCIES.map((id) => ({ id, label: `${id.toUpperCase()} – ${names.of(id.toUpperCase()) ?? ''}` }));
}
