import { readFileSync } from 'node:fs';
import { createRecogniser, type Recogniser } from '../../../archive/entities/recogniser.ts';
import { morphologyOfTests } from '../text/morphology-of-tests.ts';

export const modelBytes = () => readFileSync(new URL('../../../archive/entities/model.bin', import.meta.url));

let made: Recogniser | undefined;

/** The recogniser as it is shipped. */
export function recogniserOfTests(): Recogniser {
  made ??= createRecogniser({ morphology: morphologyOfTests(), model: modelBytes() });
  return made;
}
