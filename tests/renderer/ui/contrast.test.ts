import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('renderer/ui/tokens.css', 'utf8');

/** The colours of a theme: what its block sets, over what the light one sets. */
function colours(theme: 'light' | 'dark' | 'contrast'): Map<string, string> {
  const block = (name: string) => css.split(`[data-theme="${name}"] {`)[1]?.split('\n}')[0] ?? '';
  const pairs = `${block('light')}\n${theme === 'light' ? '' : block(theme)}`.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g);
  return new Map([...pairs].map(([, name, value]) => [name!, value!]));
}

/** Relative luminance of WCAG 2.x. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

/** «ink on desk list paper ≥ 7». */
function check(rule: string) {
  const [, front, backs, least] = /^(\S+) on (.+) ≥ ([\d.]+)$/.exec(rule)!;
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    const known = colours(theme);
    for (const back of backs!.split(' ')) {
      const [a, b] = [known.get(front!), known.get(back)];
      expect(a && b, `${theme}: ${front} or ${back} is missing`).toBeTruthy();
      expect(contrast(a!, b!), `${theme}: ${front} on ${back}`).toBeGreaterThanOrEqual(Number(least));
    }
  }
}

test('text is AAA on every surface it is set on', () => {
  check('ink on desk list paper raised ≥ 7');
  check('ink-2 on desk list paper ≥ 7');
});

test('the smallest text and links are AA', () => {
  check('ink-3 on desk list paper lamp-soft ≥ 4.5');
  check('lamp on desk list paper ≥ 4.5');
  check('on-lamp on lamp ≥ 4.5');
  check('on-hit-now on hit-now ≥ 4.5');
  check('bad on desk list paper ≥ 4.5');
  check('warn on desk paper ≥ 4.5');
});

test('words under a found mark or a pencil stay readable', () => {
  check('ink on hit ochre blue red lead ≥ 4.5');
});

test('lines and edges that must be seen', () => {
  check('edge on desk list paper ≥ 3');
  check('bar on desk ≥ 3');
  check('ochre-line on paper ochre ≥ 3');
  check('blue-line on paper blue ≥ 3');
  check('red-line on paper red ≥ 3');
  check('lead-line on paper lead ≥ 3');
});
