// Kinds of tax numbers that Stripe knows (docs.stripe.com/billing/customer/tax-ids); the code begins with the country's.
import type { Option } from './select.tsx';

const TYPES =
  'eu_vat gb_vat ch_vat ch_uid us_ein ca_bn ca_gst_hst ca_pst_bc ca_pst_mb ca_pst_sk ca_qst au_abn au_arn nz_gst no_vat no_voec jp_cn jp_rn jp_trn in_gst sg_gst sg_uen ad_nrt ae_trn al_tin am_tin ao_tin ar_cuit aw_tin az_tin ba_tin bb_tin bd_bin bf_ifu bg_uic bh_vat bj_ifu bo_tin br_cnpj br_cpf bs_tin by_tin cd_nif cl_tin cm_niu cn_tin co_nit cr_tin cv_nif de_stn do_rcn ec_ruc eg_tin es_cif et_tin eu_oss_vat ge_vat gn_nif hk_br hr_oib hu_tin id_npwp il_vat is_vat ke_pin kg_tin kh_tin kr_brn kz_bin la_tin li_uid li_vat ma_vat md_vat me_pib mk_vat mr_nif mx_rfc my_frp my_itn my_sst ng_tin np_pan om_vat pe_ruc ph_tin ro_tin rs_pib ru_inn ru_kpp sa_vat si_tin sn_ninea sr_fin sv_nit th_vat tj_tin tr_tin tw_vat tz_vat ua_vat ug_tin uy_ruc uz_tin uz_vat ve_rif vn_tin za_vat zm_tin zw_tin'.split(
    ' ',
  );

const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** "Norway – VAT". */
export function taxIdTypeName(type: string, locale: string): string {
  const [country = '', ...rest] = type.split('_');
  const region = /^[a-z]{2}$/.test(country)
    ? new Intl.DisplayNames(locale, { type: 'region' }).of(country.toUpperCase())
    : country;
  return `${region ?? country} – ${rest.join(' ').toUpperCase()}`;
}

export function taxIdTypeOptions(locale: string): readonly Option<string>[] {
  return TYPES.map((id) => ({ id, label: taxIdTypeName(id, locale) })).toSorted((a, b) =>
    a.label.localeCompare(b.label, locale),
  );
}

/** The kind that a business in a country most likely has. */
export function usualTaxIdType(country: string | null): string {
  if (country === null || EU.includes(country)) return 'eu_vat';
  return TYPES.find((type) => type.startsWith(`${country.toLowerCase()}_`)) ?? 'eu_vat';
}
