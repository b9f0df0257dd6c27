import { useMessages } from '../i18n/messages.tsx';
import { Windowed } from '../ui/dialog.tsx';
import { caption } from '../ui/keys.ts';

type Act = keyof ReturnType<typeof useMessages>['help']['act'];

const table: readonly (readonly [string[], Act])[] = [
  [['Slash', 'Ctrl+KeyF'], 'search'],
  [['Ctrl+KeyK'], 'palette'],
  [['KeyJ'], 'next'],
  [['KeyK'], 'previous'],
  [['Enter'], 'open'],
  [['Ctrl+Enter'], 'reading'],
  [['F3'], 'nextHit'],
  [['Shift+F3'], 'previousHit'],
  [['Ctrl+KeyF'], 'find'],
  [['KeyH'], 'mark'],
  [['Digit1', 'Digit2', 'Digit3', 'Digit4'], 'pencil'],
  [['KeyE'], 'note'],
  [['BracketRight'], 'nextMark'],
  [['BracketLeft'], 'previousMark'],
  [['Shift+ArrowDown', 'Shift+ArrowUp'], 'selectSentence'],
  [['Shift+ArrowRight', 'Shift+ArrowLeft'], 'selectWord'],
  [['KeyS'], 'bind'],
  [['KeyM'], 'read'],
  [['KeyN'], 'names'],
  [['KeyF'], 'facets'],
  [['Minus'], 'exclude'],
  [['Ctrl+Shift+KeyC'], 'reference'],
  [['Ctrl+KeyE'], 'digest'],
  [['Ctrl+KeyZ'], 'undo'],
  [['Ctrl+Shift+KeyZ'], 'redo'],
  [['Ctrl+KeyO'], 'add'],
  [['F6'], 'pane'],
  [['Escape'], 'back'],
  [['Alt+Equal'], 'bigger'],
  [['Alt+Minus'], 'smaller'],
  [['Ctrl+Digit1', 'Ctrl+Digit5'], 'sections'],
  [['Alt+ArrowLeft', 'Alt+ArrowRight'], 'reopen'],
  [['F1', 'Shift+Slash'], 'help'],
];

/** All keys, and how the archive is asked. */
export function Help({ onClose }: { onClose(): void }) {
  const { help } = useMessages();
  return (
    <Windowed open onClose={onClose} title={help.title} wide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached and scrolled by key */}
      <section className="help-cols scroll" tabIndex={0} aria-label={help.title}>
        <section>
          <h3 className="h">{help.keys}</h3>
          <dl className="keys-table">
            {table.map(([keys, act]) => (
              <div key={act}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key} className="key">
                      {caption(key)}
                    </kbd>
                  ))}
                </dt>
                <dd>{help.act[act]}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3 className="h">{help.query}</h3>
          <dl className="ask-table">
            {help.language.map(([example, meaning]) => (
              <div key={example}>
                <dt>{example}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      </section>
    </Windowed>
  );
}
