import { expect, test } from './support/test.ts';
import { articleOf, control, lamp, propertyPost } from './walkthrough/article.ts';

/**
 * The article from its first line to its last, on the local platform. It posts every second instead
 * of every five. A ping is due after 30 seconds at the least (D-30527): the time until then is spent
 * on the other steps, by a second device that only stays connected.
 */
test('the whole article can be clicked through on the local platform', async ({ app }) => {
  test.setTimeout(120_000);
  const { page } = app;
  const article = articleOf(page);
  const { screen, platform, subscription } = article;
  const quiet = { ...lamp, deviceName: 'quiet-01' };

  await test.step('a second device connects and stays quiet', async () => {
    await article.pasteTriple(quiet);
    await article.saveAndConnect(quiet.deviceName);
    await expect(screen.state).toContainText('CONNECTED');
  });

  await test.step('connect from a triple: CONNECT carries what was signed, CONNACK says 0', async () => {
    await article.pasteTriple(lamp);
    await article.saveAndConnect(lamp.deviceName);
    await expect(screen.state).toContainText('CONNECTED');
    await expect(screen.connection).toContainText('session present: no');
    await expect.poll(screen.types).toEqual(['CONNECT', 'CONNACK']);
    await screen.row('CONNECT').first().click();
    await expect(screen.details).toContainText('securemode');
    await expect(screen.details).toContainText(`${lamp.deviceName}&${lamp.productKey}`);
    await expect(screen.details).toContainText('masked');
    expect(await page.content()).not.toContain(lamp.deviceSecret);
  });

  await test.step('a property post is acknowledged by its PUBACK', async () => {
    await article.post();
    await expect(screen.publish.getByText(/PUBACK after/)).toBeVisible();
    await screen.row('PUBLISH').first().click();
    await expect(screen.details).toContainText(propertyPost);
    await expect(screen.details).toContainText('temperature');
    await expect(
      screen.details.getByRole('button', { name: /answered by #4 after/ }),
    ).toBeVisible();
  });

  await test.step('it is posted again and again, each post acknowledged', async () => {
    await article.startPosting(1);
    await expect(screen.row('PUBACK').nth(3)).toBeVisible();
    await article.stopPosting();
    const unacknowledged = async () =>
      (await screen.row(/PUBLISH.*post/).count()) - (await screen.row('PUBACK').count());
    await expect.poll(unacknowledged).toBe(0);
  });

  await test.step('a topic that nobody defined is refused with 128, and the reason is said', async () => {
    await article.subscribe();
    await expect(subscription).toContainText('refused (128)');
    await expect(screen.subscriptions).toContainText(
      'the topic is not defined, or the device may not subscribe to it',
    );
    await screen.row('SUBACK').click();
    await expect(screen.details).toContainText('128');
    await expect(screen.details).toContainText('What to try:');
    await screen.tool('Problems').click();
    await expect(screen.problems.getByRole('listitem')).toHaveCount(1);
    await screen.problem(/refused the subscription/).click();
    await expect(screen.problems).toContainText(`receives nothing that is sent to ${control}`);
    await expect(screen.problems).toContainText('On the local platform, define this topic');
  });

  await test.step('the topic is defined and the subscription granted', async () => {
    await article.defineControl();
    await article.subscribe();
    await expect(subscription).toContainText('QoS 0');
    await expect(screen.row('SUBACK')).toHaveCount(2);
  });

  await test.step('a command from the cloud arrives', async () => {
    await article.sendCommand();
    await expect(platform.outcome).toContainText('Sent to 1 connected device');
    await screen.row(/PUBLISH.*control/).click();
    await expect(screen.details).toContainText('"switch": "on"');
    await screen.tool('Subscriptions').click();
    await expect(subscription).toContainText('1');
  });

  await test.step('a cut connection comes back with its subscription, and nothing is subscribed again', async () => {
    const subscribes = await screen.row('SUBSCRIBE').count();
    await article.cut();
    await expect(screen.state).toContainText(/next try in \d+ s/);
    await expect(screen.connection).toContainText('What to try:');
    await expect(screen.state).toContainText('CONNECTED');
    await expect(screen.connection).toContainText('session present: yes');
    await article.sendCommand();
    await expect(screen.row(/PUBLISH.*control/)).toHaveCount(2);
    await expect(screen.row('SUBSCRIBE')).toHaveCount(subscribes);
  });

  await test.step('unsubscribe: UNSUBACK, and the next command does not arrive', async () => {
    await screen.tool('Subscriptions').click();
    await subscription.getByRole('button', { name: 'Unsubscribe' }).click();
    await expect(subscription).toHaveCount(0);
    await expect(screen.row('UNSUBACK')).toHaveCount(1);
    await article.sendCommand();
    await expect(platform.outcome).toContainText('no connected device listens');
    await expect(screen.row(/PUBLISH.*control/)).toHaveCount(2);
  });

  await test.step('over TLS the client id says securemode 2', async () => {
    await article.connectOverTls();
    await expect(screen.state).toContainText('CONNECTED');
    await expect(screen.connection).toContainText('mqtts://');
    await expect(screen.connection).toContainText('TLS');
    await screen.row('CONNECT').first().click();
    await expect(screen.details).toContainText('securemode=2');
  });

  await test.step('the quiet device has pinged, and was answered', async () => {
    await page.getByRole('tab', { name: quiet.deviceName }).click();
    await expect(screen.row('PINGRESP')).toHaveCount(1, { timeout: 40_000 });
    await expect.poll(screen.types).toEqual(['CONNECT', 'CONNACK', 'PINGREQ', 'PINGRESP']);
    await expect(screen.state).toContainText('CONNECTED');
    await screen.tool('Problems').click();
    await expect(page.getByRole('region', { name: 'Problems' })).toContainText('No problems found');
  });
});
