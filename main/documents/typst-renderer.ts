// Sets documents in the calling thread: one compiler for each set of fonts, the document given to it as data files that exist only in memory.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { renderSVG } from 'uqr';
import type { DocumentData } from '../../shared/domain/document-data.ts';
import { DocumentError } from './document-error.ts';
import { FONT_FILES, fontPath } from './fonts.ts';
import type { FontGroup, FontSource } from './fonts.ts';
import { splitPages } from './svg-pages.ts';
import { logoName, PAYMENT_CODE, templateInput } from './template-input.ts';
import type { TemplateInput } from './template-input.ts';
import { TEMPLATE } from './template/files.ts';

export interface DocumentRenderer {
  /** One tagged PDF; the same bytes for the same document. Throws `DocumentError`. */
  pdf(document: DocumentData): Uint8Array<ArrayBuffer>;
  /** One SVG text for each page. Throws `DocumentError`. */
  svg(document: DocumentData): readonly string[];
}

/** Nothing is there: every file the template may read is put in memory below this folder. */
const WORKSPACE = resolve('/quittance-documents');

export function createRenderer(fonts: FontSource): DocumentRenderer {
  const compilers = new Map<string, NodeCompiler>();
  const compilerFor = (groups: readonly FontGroup[]): NodeCompiler => {
    const key = groups.toSorted().join(' ');
    const compiler = compilers.get(key) ?? createCompiler(fonts, groups);
    compilers.set(key, compiler);
    return compiler;
  };
  return {
    pdf: (document) =>
      set(compilerFor, document, (compiler, pages) =>
        Uint8Array.from(compiler.pdf(pages, { pdfTags: true })),
      ),
    svg: (document) => set(compilerFor, document, (compiler, pages) => splitPages(compiler.plainSvg(pages))),
  };
}

function createCompiler(fonts: FontSource, groups: readonly FontGroup[]): NodeCompiler {
  const wanted = FONT_FILES.filter((font) => groups.includes(font.group));
  const fontBlobs = wanted.map((font) => readFileSync(fontPath(fonts, font)));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: WORKSPACE });
  for (const [name, source] of Object.entries(TEMPLATE)) put(compiler, name, source);
  return compiler;
}

type Pages = NonNullable<ReturnType<NodeCompiler['compile']>['result']>;

function set<Result>(
  compilerFor: (groups: readonly FontGroup[]) => NodeCompiler,
  document: DocumentData,
  print: (compiler: NodeCompiler, pages: Pages) => Result,
): Result {
  const input = templateInput(document);
  const compiler = compilerFor(input.fontGroups);
  putDocument(compiler, input, document);
  try {
    const outcome = compiler.compile({ mainFilePath: file('/main.typ'), resetRead: true });
    if (outcome.result === null) throw new DocumentError(explain(outcome));
    return print(compiler, outcome.result);
  } finally {
    compiler.evictCache(0);
  }
}

function putDocument(compiler: NodeCompiler, input: TemplateInput, document: DocumentData): void {
  put(compiler, '/document.json', input.json);
  if (document.logo !== null) put(compiler, logoName(document.logo), document.logo.bytes);
  if (input.paymentAddress !== null) put(compiler, PAYMENT_CODE, paymentCode(input.paymentAddress));
}

function paymentCode(address: string): string {
  return renderSVG(address, { border: 0, blackColor: '#16191f', whiteColor: 'none' });
}

function put(compiler: NodeCompiler, name: string, content: string | Uint8Array): void {
  compiler.mapShadow(file(name), typeof content === 'string' ? Buffer.from(content) : Buffer.from(content));
}

function file(name: string): string {
  return resolve(WORKSPACE, name.slice(1));
}

function explain(outcome: ReturnType<NodeCompiler['compile']>): string {
  const found: unknown = outcome.takeError()?.shortDiagnostics;
  const first: unknown = Array.isArray(found) ? found[0] : undefined;
  const message = typeof first === 'object' && first !== null && 'message' in first ? first.message : null;
  return `the typesetter refused the document: ${typeof message === 'string' ? message : 'no reason given'}`;
}
