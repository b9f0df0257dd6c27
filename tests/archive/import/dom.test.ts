import { expect, test } from 'vitest';
import { htmlDocument, xmlDocument } from '../../../archive/import/dom.ts';

test('nodes are made without listeners, which would be nearly half of the work', () => {
  for (const document of [htmlDocument('<p>Озеро</p>'), xmlDocument('<p>Озеро</p>')]) {
    const node = document.querySelector('p')!;
    expect(node.textContent).toBe('Озеро');
    expect(() => node.addEventListener('click', () => {})).toThrow();
  }
});
