// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = new URL('../src/', import.meta.url).pathname;

function sources(ending: RegExp): [string, string][] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => [file, readFileSync(join(src, file), 'utf8')]);
}

/** The lines of all files that break a rule, so that a failure names its places. */
function breaking(files: [string, string][], rule: RegExp): string[] {
  return files.flatMap(([file, text]) =>
    text
      .split('\n')
      .flatMap((line, index) => (rule.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
}

describe('the sources', () => {
  it('place things from the reading side, never from the left', () => {
    const rule =
      /(?:margin|padding|border|inset)-(?:left|right|top|bottom)|(?:^|[\s;{])(?:left|right|top|bottom|width|height):|(?:text-align|float|clear): (?:left|right)|translateX/;
    expect(breaking(sources(/\.css$/), rule)).toEqual([]);
    expect(
      breaking(
        sources(/\.tsx$/),
        /["'`\s](?:-?(?:m|scroll-m)[lr]-|(?:p|scroll-p)[lr]-|-?(?:left|right)-|text-(?:left|right)\b|float-(?:left|right)\b|border-[lr]\b|rounded-(?:[lr]|[tb][lr])\b|-?translate-x-)/,
      ),
    ).toEqual([]);
  });

  it('take colours from their roles', () => {
    const files = sources(/\.(css|tsx)$/).filter(([file]) => file !== 'look/tokens.css');
    expect(breaking(files, /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|\boklch\((?!from)/i)).toEqual([]);
  });

  it('leave dates and their words to lib/time', () => {
    const files = sources(/\.(ts|tsx)$/).filter(
      ([file]) => file !== 'lib/time.ts' && !file.endsWith('.gen.ts'),
    );
    expect(breaking(files, /\bnew Date\b|\bDate\.|\bIntl\.|toLocale(?:Date|Time)String/)).toEqual([]);
  });
});
