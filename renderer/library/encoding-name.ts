import type { EncodingName } from '../../archive/contract/intake.ts';
import { useMessages } from '../i18n/messages.tsx';

/** Gives an encoding its name in the reader's language; one that no text of ours has, as it was written. */
export function useEncodingName(): (encoding: string) => string {
  const { encodingNames } = useMessages().intake;
  return (encoding) => encodingNames[encoding as EncodingName] ?? encoding;
}
