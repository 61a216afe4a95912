import { useEffect, useState } from 'react';
import { Icon } from '../../look/icon';

type Props = { label: string; value: string; onSearch: (value: string) => void };

/** A search that asks once the typing pauses. */
export function Search({ label, value, onSearch }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onSearch(text), 250);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <label className="find">
      <Icon name="search" />
      <span className="sr">{label}</span>
      <input
        className="input short"
        type="search"
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </label>
  );
}
