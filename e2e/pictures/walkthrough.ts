import type { Page } from '@playwright/test';
import { articleOf, lamp } from '../walkthrough/article.ts';

/** Walks through the article; `take` is called where its page has a picture. */
export async function walkThrough(
  page: Page,
  take: (name: string) => Promise<void>,
): Promise<void> {
  const article = articleOf(page);
  const { screen, platform } = article;
  await article.pasteTriple(lamp);
  await take('1-triple');

  await article.saveAndConnect(lamp.deviceName);
  await screen.row('CONNECT').first().click();
  await screen.details.getByText('securemode').first().waitFor();
  await take('2-connected');

  await article.post();
  await article.startPosting(5);
  await screen.row('PUBACK').nth(3).waitFor();
  await screen
    .row(/PUBLISH.*post/)
    .first()
    .click();
  await screen.details.getByText('temperature').first().waitFor();
  await take('3-posted');
  await article.stopPosting();

  await article.subscribe();
  await screen.row('SUBACK').click();
  await screen.details.getByText('What to try').waitFor();
  await take('4-refused');

  await article.defineControl();
  await take('5-defined');

  await article.subscribe();
  await screen.row('SUBACK').nth(1).waitFor();
  await article.sendCommand();
  await platform.outcome.getByText('Sent to 1 connected device').waitFor();
  await screen.row(/PUBLISH.*control/).click();
  await screen.details.getByText('"switch"').first().waitFor();
  await take('6-command');

  await article.cut();
  await screen.connection.getByText('session present: yes').waitFor();
  await article.sendCommand();
  await screen
    .row(/PUBLISH.*control/)
    .nth(1)
    .waitFor();
  await screen
    .row(/CONNACK/)
    .last()
    .click();
  await screen.details.getByText('CONNACK').first().waitFor();
  await take('7-reconnected');

  await article.connectOverTls();
  await screen.connection.getByText('mqtts://').waitFor();
  await screen.row('CONNECT').first().click();
  await screen.details.getByText('securemode').first().waitFor();
  await take('8-tls');

  await screen.row('PINGRESP').waitFor({ timeout: 40_000 });
  await screen.row('PINGREQ').click();
  await take('9-ping');
}
