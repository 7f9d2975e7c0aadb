// Cuts the typesetter's one long SVG into pages that each stand alone, with only the glyphs they use.

const PAGE = /\n {4}<g(?: transform="[^"]*")?>[\s\S]*?\n {4}<\/g>/g;
const SIZE = /viewBox="0 0 ([\d.]+) ([\d.]+)"/;
const GLYPH = /<symbol id="([^"]+)"[\s\S]*?<\/symbol>/g;
const OTHER_DEFINITIONS = /<defs id="(?!glyph")[^"]*">[\s\S]*?<\/defs>/g;

/** `svg` is what the typesetter writes for pages of one size, below one another. Throws when it does not look so. */
export function splitPages(svg: string): readonly string[] {
  const size = SIZE.exec(svg);
  const pages = [...svg.matchAll(PAGE)].map((match) => match[0]);
  if (size?.[1] === undefined || size[2] === undefined || pages.length === 0) {
    throw new Error('the typesetter wrote an SVG of a shape not known');
  }
  const width = size[1];
  const height = String(Number(size[2]) / pages.length);
  const glyphs = new Map([...svg.matchAll(GLYPH)].map((match) => [match[1] ?? '', match[0]]));
  const others = [...svg.matchAll(OTHER_DEFINITIONS)].map((match) => match[0]).join('');
  return pages.map((page) => withoutIndents(standAlone(page, width, height, glyphs, others)));
}

function standAlone(
  page: string,
  width: string,
  height: string,
  glyphs: ReadonlyMap<string, string>,
  others: string,
): string {
  const atOrigin = page.replace(/^\n {4}<g(?: transform="[^"]*")?>/, '<g>');
  const used = new Set([...page.matchAll(/xlink:href="#([^"]+)"/g)].map((match) => match[1] ?? ''));
  const symbols = [...used].map((id) => glyphs.get(id) ?? '').join('');
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt"`,
    ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    atOrigin,
    `<defs>${symbols}</defs>${others}</svg>`,
  ].join('');
}

/** Letters are drawn as glyphs, so there is no text between tags in which a space could count. */
function withoutIndents(svg: string): string {
  return svg.replace(/>\s+</g, '><');
}
