import { useRef } from 'react';
import { Menu, Popover } from 'react-aria-components';
import { disabledOf, type MenuChoice, menuLine } from './menu.tsx';

interface ContextMenuProps {
  label: string;
  /** Where it opens: CSS pixels from the window's corner. */
  at: { x: number; y: number };
  items: readonly MenuChoice[];
  onAct(id: string): void;
  onClose(): void;
}

/** The menu of a right click, or of the menu key. */
export function ContextMenu({ label, at, items, onAct, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} aria-hidden="true" className="context-anchor" style={{ left: at.x, top: at.y }} />
      <Popover
        className="pop menu-pop"
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        isOpen
        onOpenChange={(open) => !open && onClose()}
      >
        <Menu
          className="menu"
          aria-label={label}
          autoFocus="first"
          onClose={onClose}
          onAction={(key) => onAct(String(key))}
          disabledKeys={disabledOf(items)}
        >
          {items.map(menuLine)}
        </Menu>
      </Popover>
    </>
  );
}
