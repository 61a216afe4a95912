// Somebody without a pointer, in a browser.
import assert from 'node:assert/strict';

/** More stops than any way through a page has that a test walks. */
const MOST = 40;

/** Presses Tab until the focus is at a part that is there already, and waits until that is seen: on the screen, beneath nothing. */
export async function tabTo(part) {
  const isThere = () => part.evaluate((element) => element === document.activeElement);
  for (let stops = 0; stops < MOST && !(await isThere()); stops += 1) await part.page().keyboard.press('Tab');
  assert.ok(await isThere(), `${MOST} times Tab don’t lead to ${part}`);
  await part.page().waitForFunction(
    (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const isWithin = y >= 0 && y + height <= innerHeight;
      return isWithin && element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    },
    await part.elementHandle(),
  );
}
