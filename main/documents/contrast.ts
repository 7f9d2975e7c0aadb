// Chooses black or white for text upon a coloured ground, whichever can be read better.

/** `ground` is `#rrggbb`; anything else is a bug of the caller. */
export function readableOn(ground: string): '#ffffff' | '#16191f' {
  if (!/^#[0-9a-f]{6}$/i.test(ground)) throw new Error('an accent colour must be #rrggbb');
  const light = luminance(ground);
  const withWhite = 1.05 / (light + 0.05);
  const withInk = (light + 0.05) / (luminance('#16191f') + 0.05);
  return withWhite >= withInk * 0.8 ? '#ffffff' : '#16191f';
}

/** Relative luminance as WCAG 2.2 defines it, from 0 (black) to 1 (white). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
