import type { Page } from '@playwright/test';
import { platformOf } from '../support/platform.ts';
import { screenOf } from '../support/screen.ts';

/** The device of the walk; its secret is worth nothing anywhere else. */
export const lamp = {
  productKey: 'a1hQSwFledE',
  deviceName: 'lamp-01',
  deviceSecret: 'c2VjcmV0IG9mIG5vYm9keQ',
};
const own = `/${lamp.productKey}/${lamp.deviceName}`;
export const propertyPost = `/sys${own}/thing/event/property/post`;
export const control = `${own}/control`;
const command = '{"switch":"on"}';

/** What the article's reader does, step by step, with the screen before and after each. */
export function articleOf(page: Page) {
  const screen = screenOf(page);
  const platform = platformOf(page);

  return {
    screen,
    platform,
    subscription: screen.subscriptions.getByRole('row', { name: new RegExp(`^${control}`) }),

    /** Opens the form and pastes a triple as the console gives it. */
    async pasteTriple(triple: typeof lamp): Promise<void> {
      await screen.devices.getByRole('button', { name: 'Add device' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add device' });
      await dialog.getByLabel('Connect to', { exact: true }).selectOption('Local platform');
      await dialog.getByLabel('Product key', { exact: true }).focus();
      await page.evaluate((text) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      }, JSON.stringify(triple));
    },

    /**
     * Saves the form and connects: with a session that the platform keeps, as the article's client,
     * and with the shortest keep alive that it takes.
     */
    async saveAndConnect(name: string): Promise<void> {
      const dialog = page.getByRole('dialog', { name: 'Add device' });
      const keepAlive = dialog.getByLabel('Keep alive (s)', { exact: true });
      if (!(await keepAlive.isVisible()))
        await dialog.getByRole('button', { name: 'Advanced' }).click();
      await keepAlive.fill('30');
      await dialog.getByLabel('Clean session', { exact: true }).uncheck();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await screen.connect(name);
    },

    /** Publishes the article's message once. */
    async post(): Promise<void> {
      await screen.tool('Publish').click();
      await screen.publish.getByLabel('Message', { exact: true }).selectOption('Property post');
      await screen.publish
        .getByLabel('Payload', { exact: true })
        .fill(
          '{"id":"{{now}}","params":{"temperature":{{random 10 30}},"humidity":{{random 60 80}}},"method":"thing.event.property.post"}',
        );
      await screen.publish.getByRole('button', { name: 'Publish', exact: true }).click();
    },

    /** Publishes it again and again. */
    async startPosting(seconds: number): Promise<void> {
      await screen.publish.getByLabel('Repeat every (s)', { exact: true }).fill(String(seconds));
      await screen.publish.getByRole('button', { name: 'Start repeating' }).click();
    },

    stopPosting: () => screen.publish.getByRole('button', { name: 'Stop' }).click(),

    subscribe: () => screen.subscribe(control, '0'),

    async defineControl(): Promise<void> {
      await platform.open('Topics');
      await platform.define('control');
    },

    async sendCommand(): Promise<void> {
      await platform.open('Cloud');
      await platform.act('Publish to a topic', { Topic: control, Payload: command });
    },

    async cut(): Promise<void> {
      await platform.open('Misbehaviour');
      await platform.region.getByRole('button', { name: 'Cut now' }).click();
    },

    async connectOverTls(): Promise<void> {
      await screen.connection.getByRole('button', { name: 'Disconnect' }).click();
      await screen.device(lamp.deviceName).click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Edit' }).click();
      const dialog = page.getByRole('dialog', { name: 'Edit device' });
      await dialog.getByLabel('Transport', { exact: true }).selectOption('TLS');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await screen.connect(lamp.deviceName);
    },
  };
}
