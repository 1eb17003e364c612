import { screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test('one click on an empty start shows a whole exchange on the local platform', async ({
  app,
}) => {
  const { page } = app;
  const screen = screenOf(page);
  await expect(screen.devices.getByRole('button', { name: 'Add device' })).toBeVisible();
  await page.getByRole('button', { name: 'Try the local platform' }).click();

  await expect(screen.state).toContainText('CONNECTED');
  await expect(screen.rows).toHaveCount(7);
  await expect
    .poll(screen.types)
    .toEqual(['CONNECT', 'CONNACK', 'SUBSCRIBE', 'SUBACK', 'PUBLISH', 'PUBACK', 'PUBLISH']);
  await expect(screen.timeline).toHaveAttribute('aria-rowcount', '7');
  for (const time of await screen.rows.evaluateAll((list) =>
    list.map((row) => row.children[1]?.textContent ?? ''),
  )) {
    expect(time).toMatch(/^\d\d:\d\d:\d\d\.\d{3}$/);
  }
  for (const phase of ['DNS', 'TCP', 'CONNACK'])
    await expect(screen.connection).toContainText(phase);
  await expect(screen.connection).toContainText('session present: no (new session)');
  await expect(screen.device('demo-device')).toBeVisible();
});

test('a selected packet shows its fields, its payload three ways, its bytes and its answer', async ({
  app,
}) => {
  const { page } = app;
  const screen = screenOf(page);
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screen.rows).toHaveCount(7);

  await screen.rows.nth(4).click();
  const fields = screen.details.getByRole('tree', { name: 'Fields' });
  await expect(fields.getByRole('treeitem', { name: /Topic Name/ })).toContainText(
    '/thing/event/property/post',
  );
  const payload = screen.details.getByRole('region', { name: 'Payload', exact: true });
  await expect(payload).toContainText('"temperature": 23.5');
  await payload.getByRole('tab', { name: 'Text' }).click();
  await expect(payload).toContainText('"temperature":23.5');
  await payload.getByRole('tab', { name: 'Hex' }).click();
  await expect(payload).toContainText(/7b\s*22\s*69\s*64/);
  await expect(screen.details.getByRole('region', { name: 'Bytes' })).toContainText(/32\s*a5\s*01/);

  await screen.details.getByRole('button', { name: /answered by #6 after/ }).click();
  await expect(screen.rows.nth(5)).toHaveAttribute('aria-selected', 'true');
  await expect(screen.details).toContainText('PUBACK');

  await screen.rows.nth(6).click();
  await screen.details.getByRole('button', { name: /replies to #5 after/ }).click();
  await expect(screen.rows.nth(4)).toHaveAttribute('aria-selected', 'true');

  await screen.rows.first().click();
  await expect(screen.details).toContainText('masked');
  await expect(fields.getByRole('treeitem', { name: /securemode/ })).toBeVisible();
});

test('a foreign topic is refused with 128 and told why, an own one is granted', async ({ app }) => {
  const { page } = app;
  const screen = screenOf(page);
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screen.rows).toHaveCount(7);

  await screen.subscribe('/a1foreign/other/user/get', '1');
  const refused = screen.subscriptions.getByRole('row', { name: /a1foreign/ });
  await expect(refused).toContainText('refused (128)');
  await expect(screen.subscriptions).toContainText('it is no topic of this device');

  await screen.row('Failure (128)').click();
  await expect(screen.details).toContainText('128');
  await expect(screen.details).toContainText(/What to try/);
  await screen.tool('Problems').click();
  await screen.problem(/no topic of this device/).click();
  await expect(screen.problems).toContainText('a1foreign');
  const tab = page.getByRole('tab', { name: 'demo-device', exact: true });
  await expect(tab).toHaveAccessibleDescription('connected Problems (1)');
  await expect(tab.locator('[fill="var(--severity-error)"]')).toHaveCount(1);

  // There is nothing to unsubscribe from: it leaves the list, and no packet goes out.
  await screen.tool('Subscriptions').click();
  await refused.getByRole('button', { name: 'Remove' }).click();
  await expect(refused).toHaveCount(0);
  await expect(screen.row('UNSUBSCRIBE')).toHaveCount(0);
});

test('publishing shows its acknowledgement, and repeats until stopped', async ({ app }) => {
  const { page } = app;
  const screen = screenOf(page);
  await page.getByRole('button', { name: 'Try the local platform' }).click();
  await expect(screen.rows).toHaveCount(7);

  await screen.publish.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(screen.publish.getByText(/PUBACK after/)).toBeVisible();
  await expect(screen.rows).toHaveCount(10);

  await screen.publish.getByLabel('Repeat every (s)', { exact: true }).fill('0.2');
  await screen.publish.getByRole('button', { name: 'Start repeating' }).click();
  await expect(screen.publish).toContainText(/ (?:[3-9]|\d\d) sent/);
  await screen.publish.getByRole('button', { name: 'Stop' }).click();
  await expect(screen.publish.getByRole('button', { name: 'Stop' })).toHaveCount(0);
});

test.describe('on a real mosquitto', () => {
  test.use({ mosquittoUsers: { user: 'a password' } });

  test('a saved broker is connected, subscribed, published to, lost and found again', async ({
    app,
    mosquitto,
  }) => {
    const screen = screenOf(app.page);
    await screen.addBroker('lab', mosquitto.port, {
      Username: 'user',
      Password: 'a password',
      'Client ID': 'tricorder-e2e',
    });
    await screen.connect('lab');
    await expect(screen.state).toContainText('CONNECTED');

    await screen.subscribe('room/+/light', '2');
    const subscription = screen.subscriptions.getByRole('row', { name: /room\/\+\/light/ });
    await expect(subscription).toContainText('QoS 2');
    for (const qos of ['0', '1', '2'] as const) await screen.send(`room/${qos}/light`, 'on', qos);
    await expect(screen.publish.getByRole('status')).toContainText('PUBCOMP after');
    await screen.tool('Subscriptions').click();
    await expect(subscription).toContainText('3');
    await subscription.getByRole('button', { name: 'Unsubscribe' }).click();
    await expect(subscription).toHaveCount(0);

    await mosquitto.stop();
    await expect(screen.state).toContainText(/next try in \d+ s/);
    await mosquitto.start();
    await screen.connection.getByRole('button', { name: 'Retry now' }).click();
    await expect(screen.state).toContainText('CONNECTED');
    await screen.connection.getByRole('button', { name: 'Disconnect' }).click();
    await expect(
      screen.connection.getByRole('button', { name: 'Connect', exact: true }),
    ).toBeVisible();
    await expect(screen.row('DISCONNECT')).toHaveCount(1);
    await expect(app.page.getByRole('contentinfo')).toContainText(
      /^not connected, nothing to record · \d+ packets · [\d.]+ KB file · /,
    );
  });

  test('when a device was last seen gives way to its name', async ({ app, mosquitto }) => {
    const { page } = app;
    await page.setViewportSize({ width: 1024, height: 700 });
    const screen = screenOf(page);
    const names = ['lab', 'laboratory-one'];
    for (const name of names) {
      await screen.addBroker(name, mosquitto.port, { Username: 'user', Password: 'a password' });
      await screen.connect(name);
      await expect(screen.state).toContainText('CONNECTED');
      await screen.connection.getByRole('button', { name: 'Disconnect' }).click();
      await expect(screen.state).toContainText('Closed');
    }
    const seen = (name: string) => screen.device(name).getByText('now', { exact: true });
    await expect(seen('lab')).toBeInViewport();
    await expect(seen('laboratory-one')).not.toBeInViewport();
    const isCut = await screen
      .device('laboratory-one')
      .getByTitle('laboratory-one')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    expect(isCut).toBe(false);
  });

  test('a refused password is said in plain words, with the raw error one click away', async ({
    app,
    mosquitto,
  }) => {
    const screen = screenOf(app.page);
    await screen.addBroker('lab', mosquitto.port, { Username: 'user', Password: 'wrong one' });
    await screen.connect('lab');
    await expect(screen.state).toContainText('Closed');
    await expect(screen.connection).toContainText(/user name|password|credentials/i);
    const raw = screen.connection.getByText('Connection refused: Not authorized');
    await expect(raw).toBeHidden();
    await screen.connection.getByText('Details', { exact: true }).click();
    await expect(raw).toBeVisible();
    await expect(screen.rows).toHaveCount(2);
  });

  test('two sessions run at once, each in its tab', async ({ app, mosquitto }) => {
    const { page } = app;
    const screen = screenOf(page);
    await page.getByRole('button', { name: 'Try the local platform' }).click();
    await expect(screen.rows).toHaveCount(7);
    await screen.addBroker('lab', mosquitto.port, { Username: 'user', Password: 'a password' });
    await screen.connect('lab');
    await expect(screen.state).toContainText('CONNECTED');
    await expect(screen.rows).toHaveCount(2);
    await page.getByRole('tab', { name: 'demo-device' }).click();
    await expect(screen.rows).toHaveCount(7);
    await expect(screen.state).toContainText('CONNECTED');
  });
});

test('a closed port is named as such', async ({ app, mosquitto }) => {
  const screen = screenOf(app.page);
  await screen.addBroker('gone', mosquitto.port);
  await mosquitto.stop();
  await screen.connect('gone');
  await expect(screen.state).toContainText('Closed');
  await expect(screen.connection).toContainText(/refused|nothing listens/i);
});
