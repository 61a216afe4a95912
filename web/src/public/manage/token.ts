/** The token in this page's address: it proves the booking. */
export function tokenInPath(): string {
  return decodeURIComponent(location.pathname.split('/')[2] ?? '');
}

export function bearer(): Record<string, string> {
  return { authorization: `Bearer ${tokenInPath()}` };
}
