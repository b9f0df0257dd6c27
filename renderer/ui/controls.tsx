import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  type ButtonProps,
  ToggleButton,
  type ToggleButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';

const stroke = 1.6;

export function Icon({ of: Shape, size = 16 }: { of: LucideIcon; size?: number }) {
  return <Shape size={size} strokeWidth={stroke} aria-hidden="true" className="icon" />;
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'className'> {
  icon: LucideIcon;
  label: string;
  /** The key that does the same, shown in the tooltip. */
  keys?: string;
  size?: number;
  className?: string;
}

/** A square button that shows a picture and says its name on hover and focus. */
export function IconButton({ icon, label, keys, size, className, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <Button {...rest} aria-label={label} className={`ico ${className ?? ''}`}>
        <Icon of={icon} {...(size === undefined ? {} : { size })} />
      </Button>
      <Hint label={label} keys={keys} />
    </TooltipTrigger>
  );
}

interface IconToggleProps extends Omit<ToggleButtonProps, 'children' | 'className'> {
  icon: LucideIcon;
  label: string;
  keys?: string;
}

export function IconToggle({ icon, label, keys, ...rest }: IconToggleProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <ToggleButton {...rest} aria-label={label} className="ico">
        <Icon of={icon} />
      </ToggleButton>
      <Hint label={label} keys={keys} />
    </TooltipTrigger>
  );
}

function Hint({ label, keys }: { label: string; keys: string | undefined }) {
  return (
    <Tooltip className="hint" offset={6}>
      {label}
      {keys !== undefined && <kbd className="key">{keys}</kbd>}
    </Tooltip>
  );
}

interface ActProps extends Omit<ButtonProps, 'className' | 'children'> {
  children: ReactNode;
  kind?: 'plain' | 'main' | 'quiet' | 'bad' | 'link';
  big?: boolean;
  icon?: LucideIcon;
}

/** A button with words: plain, the main one of its place, quiet, dangerous, or set as a link. */
export function Act({ children, kind = 'plain', big = false, icon, ...rest }: ActProps) {
  const look = kind === 'link' ? 'link' : `btn ${kind}${big ? ' big' : ''}`;
  return (
    <Button {...rest} className={look}>
      {icon !== undefined && <Icon of={icon} />}
      {children}
    </Button>
  );
}

/** A circle stands for a person, a square for an organization or anything else. */
export function Mark({ person, on = false }: { person: boolean; on?: boolean }) {
  return <span aria-hidden="true" className={`mk ${person ? 'p' : 'o'}${on ? ' on' : ''}`} />;
}

/** The stitch: what is bound into a selection. */
export const Thread = () => <span className="thread" aria-hidden="true" />;
