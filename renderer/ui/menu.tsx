import type { ReactNode } from 'react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, type Selection } from 'react-aria-components';

export interface MenuChoice {
  id: string;
  text: string;
  keys?: string;
  disabled?: boolean;
}

interface ActionMenuProps {
  label: string;
  /** The button that opens the menu. */
  children: ReactNode;
  items: readonly MenuChoice[];
  onAct(id: string): void;
}

export const disabledOf = (items: readonly MenuChoice[]): string[] =>
  items.filter((item) => item.disabled).map((item) => item.id);

/** One thing to do, with its key. */
export const menuLine = ({ id, text, keys }: MenuChoice) => (
  <MenuItem key={id} id={id} className="menu-item" textValue={text}>
    <span className="grow">{text}</span>
    {keys !== undefined && <kbd className="key">{keys}</kbd>}
  </MenuItem>
);

/** A menu of things to do. */
export function ActionMenu({ label, children, items, onAct }: ActionMenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="pop menu-pop" offset={4}>
        <Menu
          className="menu"
          aria-label={label}
          onAction={(key) => onAct(String(key))}
          disabledKeys={disabledOf(items)}
        >
          {items.map(menuLine)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface ChoiceMenuProps<Key extends string> {
  label: string;
  children: ReactNode;
  value: Key;
  options: readonly (readonly [Key, string])[];
  onChange(value: Key): void;
}

/** A menu in which one choice is in force. */
export function ChoiceMenu<Key extends string>({ label, children, value, options, onChange }: ChoiceMenuProps<Key>) {
  const choose = (keys: Selection) => {
    if (keys === 'all') return;
    const [key] = keys;
    if (key !== undefined) onChange(String(key) as Key);
  };
  return (
    <MenuTrigger>
      {children}
      <Popover className="pop menu-pop" offset={4}>
        <Menu
          className="menu"
          aria-label={label}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[value]}
          onSelectionChange={choose}
        >
          <MenuSection>
            <Header className="menu-head">{label}</Header>
            {options.map(([key, text]) => (
              <MenuItem key={key} id={key} className="menu-item choice">
                {text}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
