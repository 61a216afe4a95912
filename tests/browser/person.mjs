// Someone in front of a browser, who notices whatever the browser complains about.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { eventually } from './product.mjs';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const { AxeBuilder } = require('@axe-core/playwright');

export const HOST = {
  viewport: { width: 1280, height: 800 },
  locale: 'en-GB',
  timezoneId: 'Asia/Kathmandu',
  reducedMotion: 'reduce',
};
export const VISITOR = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: 'en-CA',
  timezoneId: 'America/St_Johns',
  reducedMotion: 'reduce',
};

export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A person with a browser window of their own; `device` is `HOST` or `VISITOR`. */
export async function person(browser, base, device) {
  const context = await browser.newContext({ ...device, baseURL: base });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints = [];
  // What breaks the content security policy is told here too.
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(error.stack));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // A page that is left drops what it was still asking for.
    if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${why}`);
  });

  // Where no script runs, the judge's doesn't either.
  const judges = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join('; ')}`);
    assert.deepEqual(found, [], `at ${page.url()}`);
  };

  /** Waits for a heading, and has the page's accessibility judged. */
  const sees = async (heading) => {
    await page.getByRole('heading', { name: heading }).first().waitFor();
    if (device.javaScriptEnabled !== false) await judges();
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overhang <= 0, `${page.url()} is ${overhang} px wider than the screen`);
  };
  return {
    page,
    sees,
    opens: async (address, heading) => {
      await page.goto(address);
      await sees(heading);
    },
    presses: (name) => page.getByRole('button', { name }).click(),
    follows: (name) => page.getByRole('link', { name }).first().click(),
    types: (label, text) => page.getByLabel(label).fill(text),
    /** Waits until a field holds a text: after a reload the script puts back what was typed. */
    holds: (label, text) =>
      eventually(`“${text}” at ${label}`, async () =>
        (await page.getByLabel(label).inputValue()) === text ? true : null,
      ),
    /** Fails if the browser complained of anything but `expected`; ends the window. */
    leaves: async (expected = /^$/) => {
      await context.close();
      assert.deepEqual(
        complaints.filter((complaint) => !expected.test(complaint)),
        [],
      );
    },
  };
}
