import { describe, expect, it } from 'vitest';
import { codeOf, svgFile } from './qr';

describe('the QR code of a link', () => {
  const code = codeOf('https://book.example/ada');

  it('has a light margin of four modules, and a finder pattern in its corner', () => {
    expect(code.path.startsWith('M4 4h1v1h-1z')).toBe(true);
    expect(code.path).not.toContain('M3 ');
    expect((code.side - 8 - 17) % 4).toBe(0);
  });

  it('can be saved as a file that scales', async () => {
    const text = await svgFile(code).text();
    expect(text).toContain(`viewBox="0 0 ${code.side} ${code.side}"`);
    expect(text).toContain(code.path);
  });
});
