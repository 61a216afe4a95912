import { createContext, useContext } from 'react';
import type { Profile, User } from '../api';

export type HostInfo = { user: User; profile: Profile; isLive: boolean };

export const HostContext = createContext<HostInfo | null>(null);

/** Who is logged in, for all pages of the dashboard. */
export function useHost(): HostInfo {
  const host = useContext(HostContext);
  if (!host) throw new Error('useHost is for pages inside the dashboard frame');
  return host;
}
