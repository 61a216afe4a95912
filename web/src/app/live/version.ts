const ENTRY = /<script[^>]+src="([^"]+\.js)"/;

/**
 * Whether the server has another client by now. Client and API come in one binary and a file's name holds its content's hash, so
 * the name of the first script says which version answers. What can't be asked is no change.
 */
export async function hasNewVersion(): Promise<boolean> {
  const here = ENTRY.exec(document.documentElement.outerHTML)?.[1];
  try {
    const answer = await fetch('/app', { cache: 'no-store', headers: { accept: 'text/html' } });
    const there = answer.ok ? ENTRY.exec(await answer.text())?.[1] : undefined;
    return here !== undefined && there !== undefined && here !== there;
  } catch {
    return false;
  }
}
