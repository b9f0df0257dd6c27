import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';

interface TickProps {
  on: boolean;
  onChange(on: boolean): void;
  /** Its name, where that is more than what stands beside it. */
  says?: string;
  disabled?: boolean;
  className?: string;
  children?: ReactNode;
}

/** A box to be ticked, with its words beside it. */
export function Tick({ on, onChange, says, disabled = false, className = '', children }: TickProps) {
  return (
    <Checkbox
      className={`tick-line ${className}`}
      isSelected={on}
      isDisabled={disabled}
      onChange={onChange}
      {...(says === undefined ? {} : { 'aria-label': says })}
    >
      <span className="tick" aria-hidden="true" />
      {children}
    </Checkbox>
  );
}
