import { expect, test, waitForRun } from './app-test';

const demo = /try the demo/i;

test('without WebGPU the run says what computes instead, and why', async ({ open }) => {
  const { page } = await open();
  await page.getByRole('button', { name: demo }).click();
  await waitForRun(page, 'finished');
  await expect(page.getByText('this browser offers no WebGPU')).toBeVisible();
  await expect(page.getByText(/WASM/).first()).toBeVisible();
  const report = await page.evaluate(() => window.understory!.runReport());
  expect(report?.backend).toMatchObject({ used: 'wasm', reason: 'no-adapter' });
});

test('an imitated graphics processor is not taken by itself, only when it is asked for', async ({ open }) => {
  test.setTimeout(240_000);
  const { page } = await open({ withWebGpu: true });
  await page.getByRole('button', { name: demo }).click();
  await waitForRun(page, 'finished');
  await expect(page.getByText('only an imitation of a graphics processor is here')).toBeVisible();
  const wasm = await page.evaluate(() => window.understory!.runReport());
  expect(wasm?.backend).toMatchObject({ used: 'wasm', reason: 'software-adapter' });
});
