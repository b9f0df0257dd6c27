import { expect, test } from 'vitest';
import { Pace } from '../../../archive/service/pace.ts';

/** Looks as `done@second`, `rest` for a pause; what is expected as `speed, seconds left` of a total of 1000. */
function check(looks: string, expected: string): void {
  const pace = new Pace();
  for (const look of looks.split(' ')) {
    const [done, second] = look.split('@');
    if (look === 'rest') pace.rest();
    else pace.note(Number(done), Number(second) * 1000);
  }
  const { speed, secondsLeft } = pace.outlook(1000);
  expect(`${speed}, ${secondsLeft}`).toBe(expected);
}

test('the speed is told after two seconds', () => {
  check('0@0 50@1', 'null, null');
  check('0@0 100@2', '50, 18');
});

test('only the last twenty seconds count', () => check('0@0 10@10 20@20 220@40', '10, 78'));

test('a rest does not slow it down', () => {
  check('0@0 100@2 rest', 'null, null');
  check('0@0 100@2 rest 100@500 300@504', '50, 14');
});

test('nothing done has no speed', () => check('5@0 5@3', 'null, null'));
