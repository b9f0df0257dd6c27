import { useEffect, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { ThemeChoice } from '../settings/look.tsx';
import { Act } from '../ui/controls.tsx';
import { Segments } from '../ui/segments.tsx';
import { useSettings } from '../view/settings.tsx';

const widths = { narrow: 32, even: 36, wide: 42 } as const;
const spacings = { close: 1.45, even: 1.6, loose: 1.8 } as const;
type Width = keyof typeof widths;
type Spacing = keyof typeof spacings;

/** The kept number's name; anything unknown is the design's own. */
function nameOf<Name extends string>(table: Record<Name, number>, value: number | undefined): Name | 'even' {
  return (Object.keys(table) as Name[]).find((name) => table[name] === value) ?? 'even';
}

/** «Аа»: size, width and line spacing of the article; kept with the archive. */
export function Appearance() {
  const { reader } = useMessages();
  return (
    <DialogTrigger>
      <Button className="btn quiet aa" aria-label={reader.appearance}>
        Аа
      </Button>
      <Popover className="pop aa-pop" placement="bottom end">
        <Dialog aria-label={reader.appearance}>
          <AppearanceForm />
          <ThemeChoice />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

export function AppearanceForm() {
  const { reader } = useMessages();
  const { settings, set } = useSettings();
  const keep = (name: string, value: number) => set({ panes: { ...settings.panes, [name]: value } });
  const design = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--read-size')) || 17;
  const [size, setSize] = useState(settings.readSize ?? design);
  useEffect(() => setSize(settings.readSize ?? design), [settings.readSize, design]);
  return (
    <div className="appearance">
      <Slider
        className="size-slider"
        aria-label={reader.size}
        minValue={15}
        maxValue={24}
        value={size}
        onChange={(value) => setSize(Number(value))}
        onChangeEnd={(value) => set({ readSize: Number(value) })}
      >
        <span className="a-small" aria-hidden="true">
          А
        </span>
        <SliderTrack className="track">
          <SliderThumb className="thumb" />
        </SliderTrack>
        <span className="a-large" aria-hidden="true">
          А
        </span>
      </Slider>
      {settings.readSize !== null && (
        <Act kind="link" onPress={() => set({ readSize: null })}>
          {reader.sizeOwn}
        </Act>
      )}
      <Segments<Width>
        labelled
        label={reader.width}
        value={nameOf(widths, settings.panes.measure)}
        options={(['narrow', 'even', 'wide'] as const).map((key) => [key, reader.widths[key]] as const)}
        onChange={(width) => keep('measure', widths[width])}
      />
      <Segments<Spacing>
        labelled
        label={reader.spacing}
        value={nameOf(spacings, settings.panes.line)}
        options={(['close', 'even', 'loose'] as const).map((key) => [key, reader.spacings[key]] as const)}
        onChange={(spacing) => keep('line', spacings[spacing])}
      />
    </div>
  );
}
