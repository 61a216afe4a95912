// Every page and state of the dashboard, in both themes, judged by axe; and no page is wider than a small phone.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { NOW } from './fixtures.mjs';
import { lightShots } from './host-shots.mjs';
import { startMockServer } from './mock-server.mjs';

let browser;
let server;

before(async () => {
  server = await startMockServer();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});

after(async () => {
  await browser.close();
  server.stop();
});

async function open({ path, before: prepare, act }) {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Asia/Kolkata',
    reducedMotion: 'reduce',
    colorScheme: 'light',
    viewport: { width: 1280, height: 800 },
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.clock.setFixedTime(NOW);
  await prepare?.(page);
  await page.goto(server.base + path, { waitUntil: 'load' });
  await page.locator('main h1, main h2').first().waitFor();
  await act?.(page);
  return page;
}

async function complaints(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join('; ')}`);
}

describe('the dashboard', () => {
  for (const shot of lightShots) {
    it(`${shot.name} is without complaint, and fits 320 px`, async () => {
      const page = await open(shot);
      const light = await complaints(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await complaints(page);
      await page.setViewportSize({ width: 320, height: 640 });
      const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await page.context().close();
      assert.deepEqual({ light, dark }, { light: [], dark: [] });
      assert.ok(overhang <= 0, `${overhang} px wider than the screen`);
    });
  }
});
