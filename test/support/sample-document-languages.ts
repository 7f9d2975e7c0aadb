// The same kind of invoice in scripts that need other fonts, directions and currencies.
import type { DocumentData, PartyBlock } from '../../shared/domain/document-data.ts';
import type { DocumentTerms } from '../../shared/text/document-words.ts';
import { documentDirection, documentTerms } from '../../shared/text/document-words.ts';
import { SAMPLE_INVOICE } from './sample-document.ts';

interface Sample {
  readonly language: string;
  readonly seller: PartyBlock;
  readonly buyer: PartyBlock;
  readonly work: readonly [string, string];
  readonly figures: {
    readonly unit: string;
    readonly half: string;
    readonly net: string;
    readonly tax: string;
    readonly total: string;
  };
  readonly date: string;
  readonly memo: string;
}

function invoiceIn(sample: Sample): DocumentData {
  const terms = documentTerms(sample.language);
  return {
    ...SAMPLE_INVOICE,
    words: terms,
    language: sample.language,
    direction: documentDirection(sample.language),
    seller: sample.seller,
    buyer: sample.buyer,
    title: terms.invoice,
    facts: [
      { label: terms.invoiceNumber, value: 'QT-2026-0007' },
      { label: terms.issueDate, value: sample.date },
      { label: terms.dueDate, value: sample.date },
      { label: terms.purchaseOrder, value: 'PO-118/B' },
    ],
    ...billed(sample, terms),
    headline: {
      label: terms.amountDue,
      value: sample.figures.total,
      detail: terms.dueOn.replace('{date}', sample.date),
    },
    memo: sample.memo,
    footer: 'IBAN GB33 BUKB 2020 1555 5555 55',
    paymentLink: {
      label: terms.payOnline,
      address: 'https://invoice.stripe.com/i/acct_1Sample/test_YWNjdF8xU2FtcGxl',
    },
    marks: [{ kind: 'test', text: terms.test }],
  };
}

function billed(
  { work, figures, date }: Sample,
  terms: DocumentTerms,
): Pick<DocumentData, 'lines' | 'totals'> {
  const tax = terms.taxOn.replace('{tax}', `${terms.tax} 10%`).replace('{amount}', figures.net);
  return {
    lines: [
      {
        description: work[0],
        note: date,
        quantity: '2',
        unitPrice: figures.unit,
        tax: '10%',
        amount: figures.net,
      },
      {
        description: work[1],
        note: null,
        quantity: '1',
        unitPrice: figures.half,
        tax: '10%',
        amount: figures.half,
      },
    ],
    totals: [
      { label: terms.subtotal, value: figures.net, weight: 'normal' },
      { label: tax, value: figures.tax, weight: 'normal' },
      { label: terms.total, value: figures.total, weight: 'normal' },
      { label: terms.amountDue, value: figures.total, weight: 'strong' },
    ],
  };
}

function party(name: string, ...lines: readonly string[]): PartyBlock {
  return { name, lines, identifiers: [] };
}

const ARABIC = invoiceIn({
  language: 'ar-AE',
  seller: party(
    'استوديو النور للتصميم',
    'شارع الشيخ زايد، برج الإمارات',
    'دبي، الإمارات العربية المتحدة',
    'billing@alnoor.example',
  ),
  buyer: party('مؤسسة Halden للهندسة', 'حي المرقبات', 'دبي'),
  work: ['تصميم الهوية البصرية، المرحلة الثانية', 'استضافة الموقع (Business plan)'],
  figures: {
    unit: '‏1,500.00 د.إ.',
    half: '‏450.00 د.إ.',
    net: '‏3,450.00 د.إ.',
    tax: '‏345.00 د.إ.',
    total: '‏3,795.00 د.إ.',
  },
  date: '23 نوفمبر 2026',
  memo: 'شكراً لتعاملكم معنا. يرجى ذكر رقم الفاتورة QT-2026-0007 عند الدفع.',
});

const HEBREW = invoiceIn({
  language: 'he-IL',
  seller: party('סטודיו אור צפוני בע״מ', 'רחוב רוטשילד 45', 'תל אביב-יפו 6578403'),
  buyer: party('משרד אדריכלים כהן ושות׳', 'דרך בגין 11', 'ירושלים'),
  work: ['עיצוב זהות מותג, שלב ב׳', 'אחסון אתר Premium לשנה'],
  figures: { unit: '1,500.00 ₪', half: '450.00 ₪', net: '3,450.00 ₪', tax: '345.00 ₪', total: '3,795.00 ₪' },
  date: '23 בנובמבר 2026',
  memo: 'תודה על העסקה. נא לציין את מספר החשבונית בהעברה.',
});

const JAPANESE = invoiceIn({
  language: 'ja-JP',
  seller: party(
    '株式会社ノースライト',
    '〒150-0001 東京都渋谷区神宮前3丁目12番5号',
    '登録番号 T1234567890123',
  ),
  buyer: party('春田建築設計事務所 御中', '大阪府大阪市北区梅田2-4-9'),
  work: ['ブランドアイデンティティ制作（第2期）', 'ウェブサイト保守費用'],
  figures: { unit: '￥150,000', half: '￥45,000', net: '￥345,000', tax: '￥34,500', total: '￥379,500' },
  date: '2026年11月23日',
  memo: '平素より格別のお引き立てを賜り、厚く御礼申し上げます。お振込の際は請求書番号をご記入ください。',
});

const CHINESE = invoiceIn({
  language: 'zh-CN',
  seller: party(
    '北光设计工作室有限公司',
    '上海市静安区南京西路1266号',
    '统一社会信用代码 91310000MA1FL0000X',
  ),
  buyer: party('哈尔登建筑师事务所', '北京市朝阳区建国路88号'),
  work: ['品牌视觉识别设计（第二阶段）', '网站托管服务，一年'],
  figures: {
    unit: '¥15,000.00',
    half: '¥4,500.00',
    net: '¥34,500.00',
    tax: '¥3,450.00',
    total: '¥37,950.00',
  },
  date: '2026年11月23日',
  memo: '感谢您的惠顾。付款时请注明账单号。',
});

const KOREAN = invoiceIn({
  language: 'ko-KR',
  seller: party('주식회사 노스라이트', '서울특별시 강남구 테헤란로 152'),
  buyer: party('한결건축사사무소', '부산광역시 해운대구 센텀중앙로 97'),
  work: ['브랜드 아이덴티티 디자인 2단계', '웹사이트 호스팅'],
  figures: { unit: '₩1,500,000', half: '₩450,000', net: '₩3,450,000', tax: '₩345,000', total: '₩3,795,000' },
  date: '2026년 11월 23일',
  memo: '이용해 주셔서 감사합니다.',
});

const GREEK = invoiceIn({
  language: 'el-GR',
  seller: party('Βόρειο Φως Ε.Π.Ε.', 'Ερμού 56', '105 63 Αθήνα'),
  buyer: party('Αρχιτέκτονες Παπαδόπουλος & Σία', 'Τσιμισκή 12, Θεσσαλονίκη'),
  work: ['Σχεδιασμός εταιρικής ταυτότητας', 'Φιλοξενία ιστοσελίδας'],
  figures: { unit: '1.500,00 €', half: '450,00 €', net: '3.450,00 €', tax: '345,00 €', total: '3.795,00 €' },
  date: '23 Νοεμβρίου 2026',
  memo: 'Σας ευχαριστούμε για τη συνεργασία.',
});

const RUSSIAN = invoiceIn({
  language: 'ru-RU',
  seller: party('ООО «Северный свет»', 'ул. Большая Ордынка, 24', '115184 Москва'),
  buyer: party('Архитектурное бюро «Халден и партнёры»', 'Невский пр., 28, Санкт-Петербург'),
  work: ['Разработка фирменного стиля, второй этап', 'Хостинг сайта'],
  figures: { unit: '1 500,00 $', half: '450,00 $', net: '3 450,00 $', tax: '345,00 $', total: '3 795,00 $' },
  date: '23 ноября 2026 г.',
  memo: 'Спасибо за сотрудничество.',
});

/** One document in which many scripts meet, as names from all over the world do. */
const MIXED: DocumentData = {
  ...SAMPLE_INVOICE,
  buyer: party(
    '東京 Café ‏شركة النور‎ Ltd 🚀',
    'สวัสดีประเทศไทย',
    'नमस्ते भारत',
    '서울 Ελλάδα Łódź Đà Nẵng',
    '北京市',
  ),
};

export const LANGUAGE_SAMPLES: Readonly<Record<string, DocumentData>> = {
  ARABIC,
  HEBREW,
  JAPANESE,
  CHINESE,
  KOREAN,
  GREEK,
  RUSSIAN,
  MIXED,
};
