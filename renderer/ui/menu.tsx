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
          disabledKeys={items.filter((item) => item.disabled).map((item) => item.id)}
        >
          {items.map((item) => (
            <MenuItem key={item.id} id={item.id} className="menu-item" textValue={item.text}>
              <span className="grow">{item.text}</span>
              {item.keys !== undefined && <kbd className="key">{item.keys}</kbd>}
            </MenuItem>
          ))}
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
