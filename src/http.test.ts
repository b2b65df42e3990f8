import { expect, onTestFinished, test } from 'vitest';
import { createHttp } from './http.ts';

/** A server whose health nobody can tell. */
function serverAt(host: string, port: number) {
  const faults: unknown[] = [];
  const http = createHttp({
    host,
    port,
    health: () => Promise.reject(new Error('no such table')),
    onFault: (error) => faults.push(error),
  });
  onTestFinished(http.close);
  return { ...http, faults };
}

test('what goes wrong is told to the log, and to whoever asked only that it did', async () => {
  const { app, listen, faults } = serverAt('127.0.0.1', 0);
  app.get('/of/:whom', (_request, response) => void response.send('here'));
  const address = await listen();

  const failed = await fetch(`${address}metrics`);
  expect([failed.status, await failed.text()]).toEqual([500, 'That failed. Please try again later.\n']);
  expect(faults).toEqual([new Error('no such table')]);
  const misspelt = await fetch(`${address}of/%E0%A4%A`);
  expect([misspelt.status, await misspelt.text()]).toEqual([400, 'Not understood.\n']);
  expect(faults).toHaveLength(1);
});

test('a port that is taken and an address that is not here name the setting to change', async () => {
  const first = new URL(await serverAt('127.0.0.1', 0).listen());
  const second = serverAt('127.0.0.1', Number(first.port)).listen();
  await expect(second).rejects.toThrow(/^Port \d+ at 127\.0\.0\.1 is taken .* with PORT\.$/);
  await expect(serverAt('192.0.2.1', 0).listen()).rejects.toThrow(/^192\.0\.2\.1 is no address .* Set HOST /);
});
