// Chromium outside Electron does not know `app:`, so the page runs at a secure address that no name server has, and the program is told its own.

const real = 'https://bundle.invalid/';
const own = 'app://bundle/';

export function realUrl(url: string): string {
  return url.startsWith(own) ? real + url.slice(own.length) : url;
}

export function pageUrl(url: string): string {
  return url.startsWith(real) ? own + url.slice(real.length) : url;
}
