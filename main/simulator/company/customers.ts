// The invented customers of the demo company: where they are, how they are taxed and how they pay.

export type TaxCase = (typeof taxCases)[number];
/** `prompt` pays within days, `usual` near the due date, `late` after it, `transfer` by bank transfer outside Stripe. */
export type PayingHabit = (typeof habits)[number];

export interface SeedCustomer {
  readonly name: string;
  readonly email: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly currency: (typeof currencies)[number];
  readonly tax: TaxCase;
  readonly pays: PayingHabit;
  readonly termDays: number;
  /** How often they order, compared with others. */
  readonly weight: number;
  readonly locale: string;
  readonly vatId: string | null;
}

const columns = 13;

/** Name, e-mail, street, postal code, city, country, currency, tax, habit, days to pay, weight, language, VAT number. */
const table = `
Buchhandlung Seeklar | rechnung@seeklar.example | Eppendorfer Landstraße 41 | 20249 | Hamburg | DE | eur | de7 | prompt | 14 | 6 | de | DE218844571
Café Elbquell GmbH | buero@elbquell.example | Große Elbstraße 112 | 22767 | Hamburg | DE | eur | de19 | usual | 14 | 6 | de | DE301177482
Theater am Kanal e. V. | verwaltung@theateramkanal.example | Am Kanal 7 | 23552 | Lübeck | DE | eur | de19 | late | 30 | 5 | de |
Dr. Annegret Weiß, Zahnärztin | praxis@zahnarzt-weiss.example | Osterstraße 88 | 20259 | Hamburg | DE | eur | de19 | prompt | 14 | 2 | de |
Brauhaus Sternschanze | einkauf@brauhaus-sternschanze.example | Schanzenstraße 23 | 20357 | Hamburg | DE | eur | de19 | usual | 14 | 5 | de | DE277310964
Hofladen Petersen | kontakt@hofladen-petersen.example | Dorfstraße 3 | 25899 | Niebüll | DE | eur | de19incl | prompt | 14 | 3 | de |
Lindqvist & Söhne Möbel GmbH | rechnungen@lindqvist-moebel.example | Holstenwall 19 | 20355 | Hamburg | DE | eur | de19 | transfer | 30 | 4 | de | DE264905518
Museum der Nordsee | beschaffung@museum-nordsee.example | Hafenkai 1 | 27568 | Bremerhaven | DE | eur | de7 | transfer | 30 | 4 | de |
Kaffeerösterei Morgenrot | hallo@morgenrot-kaffee.example | Weidenallee 54 | 20357 | Hamburg | DE | eur | de19 | prompt | 14 | 5 | de | DE309921174
Yogahaus Ottensen | info@yogahaus-ottensen.example | Bahrenfelder Straße 130 | 22765 | Hamburg | DE | eur | de19incl | usual | 14 | 3 | de |
Steuerkanzlei Brandt & Partner | kanzlei@brandt-partner.example | Neuer Wall 72 | 20354 | Hamburg | DE | eur | de19 | prompt | 14 | 3 | de | DE255713390
Fahrradwerk Altona | werkstatt@fahrradwerk.example | Stresemannstraße 204 | 22769 | Hamburg | DE | eur | de19 | late | 14 | 3 | de | DE298456612
Gärtnerei Grünberg | post@gruenberg-gaertnerei.example | Kirchwerder Hausdeich 60 | 21037 | Hamburg | DE | eur | de19 | usual | 14 | 2 | de |
Verlag Nebelhorn | herstellung@nebelhorn-verlag.example | Rothenbaumchaussee 5 | 20148 | Hamburg | DE | eur | de7 | usual | 30 | 6 | de | DE244018876
Jens Friedrichsen | jens.friedrichsen@post.example | Mühlenkamp 14 | 22303 | Hamburg | DE | eur | de19incl | prompt | 14 | 1 | de |
Kita Möwennest | leitung@moewennest.example | Barmbeker Straße 71 | 22303 | Hamburg | DE | eur | de19 | usual | 30 | 2 | de |
Atelier Beaulieu SARL | compta@atelier-beaulieu.example | 18 rue des Petits Champs | 75002 | Paris | FR | eur | reverse | usual | 30 | 4 | fr | FR40303265045
Librairie La Lanterne | bonjour@lalanterne.example | 5 place Kléber | 67000 | Strasbourg | FR | eur | fr20 | prompt | 14 | 2 | fr |
Conservas do Mar, Lda. | financeiro@conservasdomar.example | Rua do Arsenal 84 | 1100-040 | Lisboa | PT | eur | reverse | usual | 30 | 3 | pt | PT502757191
Inês Carvalho | ines.carvalho@correio.example | Travessa da Espera 12 | 1200-176 | Lisboa | PT | eur | pt23 | prompt | 14 | 1 | pt |
Studio Vandersteen BV | boekhouding@vandersteen.example | Prinsengracht 263 | 1016 GV | Amsterdam | NL | eur | reverse | prompt | 14 | 4 | nl | NL004495445B01
Biscuiterie De Wael | administratie@dewael.example | Hoogstraat 33 | 2000 | Antwerpen | BE | eur | reverse | usual | 30 | 2 | nl | BE0428759497
Weingut Hollerer | kellerei@hollerer.example | Kellergasse 9 | 3610 | Weißenkirchen | AT | eur | at20 | late | 14 | 2 | de |
Galerie Silberstein | office@galerie-silberstein.example | Dorotheergasse 12 | 1010 | Wien | AT | eur | reverse | prompt | 14 | 3 | de | ATU37675002
Pastificio Orlandi S.r.l. | amministrazione@orlandi.example | Via Galliera 44 | 40121 | Bologna | IT | eur | reverse | late | 30 | 3 | it | IT07643520567
Bodegas Río Claro | cuentas@rioclaro.example | Calle Laurel 21 | 26001 | Logroño | ES | eur | reverse | usual | 30 | 2 | es | ESB58378431
Nordlys Keramik ApS | regnskab@nordlyskeramik.example | Vesterbrogade 40 | 1620 | København | DK | eur | reverse | prompt | 14 | 3 | da | DK13585628
Ångström Arkitekter AB | faktura@angstrom-arkitekter.example | Götgatan 22 | 118 46 | Stockholm | SE | eur | reverse | prompt | 30 | 3 | sv | SE556188840401
Puuseppä Koskinen Oy | laskut@puuseppa-koskinen.example | Hämeenkatu 17 | 33200 | Tampere | FI | eur | reverse | usual | 14 | 1 | fi | FI20774740
Drukarnia Zielona Sowa | faktury@zielonasowa.example | ul. Floriańska 8 | 31-021 | Kraków | PL | eur | reverse | transfer | 30 | 2 | pl | PL8567346215
Κεραμική Αιγαίου Ε.Π.Ε. | logistirio@aigaio.example | Ερμού 58 | 105 63 | Αθήνα | GR | eur | reverse | late | 30 | 2 | el | EL094259216
Ελένη Παπαδοπούλου | eleni@papadopoulou.example | Οδός Αθηνάς 31 | 546 22 | Θεσσαλονίκη | GR | eur | gr24 | prompt | 14 | 1 | el |
Печатница Розова долина | office@rozova-dolina.example | ул. Граф Игнатиев 12 | 1000 | София | BG | eur | reverse | usual | 14 | 2 | bg | BG175074752
Čajovna U Modré Hvězdy | ucetni@modra-hvezda.example | Nerudova 15 | 118 00 | Praha | CZ | eur | reverse | usual | 14 | 1 | cs | CZ46505334
Harbor & Pine Design Co. | ap@harborandpine.example | 214 Commercial Street | 04101 | Portland | US | usd | export | usual | 30 | 5 | en |
Blue Heron Books | orders@blueheronbooks.example | 77 Valencia Street | 94103 | San Francisco | US | usd | export | prompt | 14 | 3 | en |
Okafor Brewing Company | accounts@okaforbrewing.example | 1200 W Randolph St | 60607 | Chicago | US | usd | export | usual | 30 | 3 | en |
Maple Ridge Outfitters | billing@mapleridge.example | 88 Queen Street W | M5H 2M8 | Toronto | CA | usd | export | late | 30 | 2 | en |
山田印刷株式会社 | keiri@yamada-insatsu.example | 神田神保町 2-14 | 101-0051 | 東京都千代田区 | JP | usd | export | prompt | 30 | 3 | ja |
上海晨光文化有限公司 | caiwu@chenguang-wenhua.example | 淮海中路 381 号 | 200020 | 上海市 | CN | usd | export | usual | 30 | 2 | zh |
한빛출판사 | account@hanbit-books.example | 마포구 월드컵북로 12 | 03991 | 서울 | KR | usd | export | prompt | 30 | 2 | ko |
دار النخيل للنشر | finance@alnakheel-books.example | شارع الشيخ زايد 45 | 00000 | دبي | AE | usd | export | usual | 30 | 2 | ar |
סטודיו כרמל | office@studio-carmel.example | רחוב דיזנגוף 99 | 6439605 | תל אביב | IL | usd | export | prompt | 14 | 2 | he |
Fern & Thistle Ltd | accounts@fernandthistle.example | 16 Cockburn Street | EH1 1NZ | Edinburgh | GB | gbp | export | usual | 30 | 4 | en-GB |
Camden Letterpress | hello@camdenletterpress.example | 4 Inverness Street | NW1 7HJ | London | GB | gbp | export | prompt | 14 | 4 | en-GB |
The Orchard Tearooms | manager@orchardtearooms.example | 45 Mill Way | CB3 9ND | Grantchester | GB | gbp | gb20 | late | 14 | 2 | en-GB |
Siân Llewellyn Ceramics | sian@llewellyn-ceramics.example | 9 Castle Arcade | CF10 1BU | Cardiff | GB | gbp | gb20 | prompt | 14 | 1 | en-GB |
Alpenglühn Sport AG | buchhaltung@alpengluehn.example | Bahnhofstrasse 31 | 7000 | Chur | CH | eur | export | prompt | 30 | 3 | de |
Fjordkunst AS | faktura@fjordkunst.example | Strandgaten 18 | 5013 | Bergen | NO | eur | export | usual | 14 | 2 | nb |
Студія «Калина» | buh@kalyna-studio.example | вул. Саксаганського 41 | 01033 | Київ | UA | eur | export | usual | 30 | 2 | uk |
`;

const currencies = ['eur', 'usd', 'gbp'] as const;
const taxCases = [
  'de19',
  'de7',
  'de19incl',
  'fr20',
  'pt23',
  'at20',
  'gr24',
  'gb20',
  'reverse',
  'export',
] as const;
const habits = ['prompt', 'usual', 'late', 'transfer'] as const;

function among<const T extends string>(values: readonly T[], text: string): T {
  const found = values.find((value) => value === text);
  if (found === undefined) throw new RangeError(`Unknown word in the table of customers: ${text}`);
  return found;
}

function toCustomer(line: string): SeedCustomer {
  const cells = line.split('|').map((cell) => cell.trim());
  const cell = (index: number): string => cells[index] ?? '';
  if (cells.length !== columns)
    throw new RangeError(`A row of the table of customers has ${cells.length} cells: ${line}`);
  return {
    name: cell(0),
    email: cell(1),
    street: cell(2),
    postalCode: cell(3),
    city: cell(4),
    country: cell(5),
    currency: among(currencies, cell(6)),
    tax: among(taxCases, cell(7)),
    pays: among(habits, cell(8)),
    termDays: Number(cell(9)),
    weight: Number(cell(10)),
    locale: cell(11),
    vatId: cell(12) === '' ? null : cell(12),
  };
}

export const seedCustomers: readonly SeedCustomer[] = table.trim().split('\n').map(toCustomer);
