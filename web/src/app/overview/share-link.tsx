import { useMarkLinkSharedMutation } from '../api';
import { useHost } from '../frame/host-context';
import { CopyButton } from '../ui/copy-button';

/** Copies the host's link, which is the step "link shared". */
export function ShareLink({ label }: { label: string }) {
  const { profile } = useHost();
  const [mark] = useMarkLinkSharedMutation();
  return <CopyButton text={profile.public_url} label={label} onCopied={() => void mark()} />;
}
