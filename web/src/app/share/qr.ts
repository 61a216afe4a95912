import encodeQR from 'qr';

/** Light modules around the code, without which cameras don't find it (ISO/IEC 18004 asks for four). */
const MARGIN = 4;

/** A link as a QR code: its side in modules, margin included, and the dark modules as the `d` of a path. */
export type Code = { side: number; path: string };

export function codeOf(link: string): Code {
  const rows = encodeQR(link, 'raw', { border: MARGIN, ecc: 'quartile' });
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { side: rows.length, path: dark.join('') };
}

/** A file that scales to any poster. */
export function svgFile({ side, path }: Code): Blob {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path fill="white" d="M0 0h${side}v${side}H0z"/><path fill="black" d="${path}"/></svg>`;
  return new Blob([svg], { type: 'image/svg+xml' });
}

/** Each module is this many pixels: sharp at the size of a hand in print. */
const PIXELS = 32;

/** A picture for where SVG isn't taken; `null` if the browser can't draw one. */
export function pngFile({ side, path }: Code): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = side * PIXELS;
  canvas.height = side * PIXELS;
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  pen.scale(PIXELS, PIXELS);
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, side, side);
  pen.fillStyle = 'black';
  pen.fill(new Path2D(path));
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** Lets the browser save a file under a name. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
