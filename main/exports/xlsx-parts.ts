// The fixed parts of a workbook of one sheet (ECMA-376, Office Open XML): what is in it, how its cells look, what it is called.

/** Text of an element or an attribute: what XML cannot hold is left out, what it would read is escaped. */
export function xmlText(words: string): string {
  return (
    words
      // Control characters, halves of pairs, and two that are no characters: not even escaped may they stand in XML 1.0.
      .replace(/(?![\t\n\r])[\p{Control}\p{Surrogate}\u{fffe}\u{ffff}]/gu, '')
      // A spreadsheet would read `_x0041_` as the letter A.
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const SHEET_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a cell looks like; each stands once plain and once bold, for totals. */
const FORMATS = ['text', 'date', 'count', 'percent', 'money-0', 'money-2', 'money-3'] as const;
export type Format = (typeof FORMATS)[number];

/** Numbers of formats: below 164 are the built-in ones. Text stays text also when it is edited. */
const FORMAT_NUMBERS: Readonly<Record<Format, number>> = {
  text: 49,
  date: 164,
  count: 3,
  percent: 165,
  'money-0': 3,
  'money-2': 4,
  'money-3': 166,
};

/** The place of a look in the table of styles; 0 is what empty cells have. */
export function styleOf(format: Format, isBold: boolean): number {
  return 1 + FORMATS.indexOf(format) * 2 + (isBold ? 1 : 0);
}

const looks = FORMATS.flatMap((format) =>
  [0, 1].map(
    (font) =>
      `<xf numFmtId="${FORMAT_NUMBERS[format]}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  ),
);

const styles = `${XML_HEAD}<styleSheet xmlns="${SHEET_NAMESPACE}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0##%"/><numFmt numFmtId="166" formatCode="#,##0.000"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${looks.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** At most 31 characters, and none that a formula would read as something else. */
function sheetName(title: string): string {
  const name = title
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim();
  return name === '' ? 'Table' : name;
}

function workbook(title: string): string {
  const name = sheetName(title);
  // Repeats the headings on every printed page.
  const titles = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${xmlText(name)}'!$1:$1</definedName></definedNames>`;
  return `${XML_HEAD}<workbook xmlns="${SHEET_NAMESPACE}" xmlns:r="${OFFICE}"><sheets><sheet name="${xmlText(name)}" sheetId="1" r:id="rId1"/></sheets>${titles}</workbook>`;
}

const contentTypes = `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const packageRelations = `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const workbookRelations = `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

function properties(title: string, subtitle: string): string {
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subtitle)}</dc:subject></cp:coreProperties>`;
}

export const SHEET = 'xl/worksheets/sheet1.xml';

/** Every part but the sheet, by its name in the package. */
export function fixedParts(title: string, subtitle: string): ReadonlyMap<string, string> {
  return new Map([
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageRelations],
    ['xl/workbook.xml', workbook(title)],
    ['xl/_rels/workbook.xml.rels', workbookRelations],
    ['xl/styles.xml', styles],
    ['docProps/core.xml', properties(title, subtitle)],
  ]);
}
