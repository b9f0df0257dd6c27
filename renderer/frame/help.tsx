import { useMessages } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { Windowed } from '../ui/dialog.tsx';
import { caption } from '../ui/keys.ts';
import { useWays } from '../view/place.tsx';
import { sectionAlone } from '../view/view.ts';
import { commandTable } from './command-table.ts';

/** All keys, and how the archive is asked. */
export function Help({ onClose, onTour }: { onClose(): void; onTour(): void }) {
  const { help, tour, about } = useMessages();
  const { show } = useWays();
  return (
    <Windowed open onClose={onClose} title={help.title} wide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached and scrolled by key */}
      <section className="help-cols scroll" tabIndex={0} aria-label={help.title}>
        <section>
          <h3 className="h">{help.keys}</h3>
          <dl className="keys-table">
            {commandTable.map(({ keys, act }) => (
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
      <div className="dialog-acts">
        <Act onPress={onTour}>{tour.start}</Act>
        <Act
          onPress={() => {
            onClose();
            show({ section: 'about', reading: false, ...sectionAlone });
          }}
        >
          {about.title}
        </Act>
      </div>
    </Windowed>
  );
}
