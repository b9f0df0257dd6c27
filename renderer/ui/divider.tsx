import { memo, useRef } from 'react';
import { useSettings } from '../view/settings.tsx';

interface DividerProps {
  /** The name the width is kept under. */
  pane: string;
  /** The token the width stands in: `--w-list`. */
  token: string;
  label: string;
  least: number;
  most: number;
}

/** Pixels a press of an arrow moves the divider by. */
const stride = 16;

const bounded = (width: number, { least, most }: DividerProps) => Math.round(Math.max(least, Math.min(most, width)));

/** The edge between two panes: dragged, or moved by the arrows; a double click gives the design's own width back. */
export const Divider = memo(function Divider(props: DividerProps) {
  const { pane, token, label, least, most } = props;
  const { settings, set } = useSettings();
  const start = useRef<{ x: number; width: number } | null>(null);
  const root = document.documentElement;
  const now = () => Number.parseFloat(getComputedStyle(root).getPropertyValue(token));
  const show = (width: number) => root.style.setProperty(token, `${width}px`);
  const keep = (width: number | null) => {
    const { [pane]: _old, ...rest } = settings.panes;
    if (width === null) root.style.removeProperty(token);
    set({ panes: width === null ? rest : { ...rest, [pane]: width } });
  };
  const width = settings.panes[pane];
  if (width !== undefined && start.current === null) show(bounded(width, props));
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved; the pattern is the window splitter of ARIA
    <div
      role="separator"
      tabIndex={0}
      className="divider"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={Math.round(now() || least)}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width: now() };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) show(bounded(start.current.width + event.clientX - start.current.x, props));
      }}
      onPointerUp={() => {
        if (start.current !== null && now() !== start.current.width) keep(now());
        start.current = null;
      }}
      onDoubleClick={() => keep(null)}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -stride, ArrowRight: stride }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        const next = bounded(now() + step, props);
        show(next);
        keep(next);
      }}
    />
  );
});
