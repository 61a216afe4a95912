type Props = { label: string; isOn: boolean; onChange: (isOn: boolean) => void; hidden?: boolean };

export function Switch({ label, isOn, onChange, hidden = false }: Props) {
  const button = (
    <button
      type="button"
      className="switch"
      role="switch"
      aria-checked={isOn}
      aria-label={label}
      onClick={() => onChange(!isOn)}
    />
  );
  if (hidden) return button;
  return (
    <span className="row between min-h-11">
      <span aria-hidden="true">{label}</span>
      {button}
    </span>
  );
}
