import { useEffect, useState } from 'react';
import { copyText } from '../../lib/clipboard';
import { Icon } from '../../look/icon';
import { t } from '../text';

/** Copies a text and says so for a moment. */
export function CopyButton({
  text,
  label,
  kind = '',
  onCopied,
}: {
  text: string;
  label: string;
  kind?: '' | 'bare' | 'main';
  onCopied?: () => void;
}) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    if (!(await copyText(text))) return;
    setCopied(true);
    onCopied?.();
  };
  return (
    <button type="button" className={`btn ${kind}`} onClick={copy}>
      <Icon name={isCopied ? 'check' : 'copy'} />
      <span aria-live="polite">{isCopied ? t('copied') : label}</span>
    </button>
  );
}
