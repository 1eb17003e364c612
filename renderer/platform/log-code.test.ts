import { beforeEach, expect, it, vi } from 'vitest';
import { i18n, startI18n } from '../i18n/setup.ts';
import { codeTexts } from './log-code.ts';

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: {} });
  startI18n('en');
});

it('tells a code of the shadow from the same code elsewhere', () => {
  expect(codeTexts(400, 'offline: Kicked by the same device').name).toBe('offline');
  expect(codeTexts(400, 'shadow: incorrect JSON')).toEqual({
    name: 'shadow refused',
    why: 'The shadow answered the request with an error: incorrect JSON.',
  });
});

it.each([
  [4, 'CONNECT refused: bad user name or password'],
  [409, 'shadow: version conflict'],
  [6320, 'tsl parse: params not exist -> none, filtered'],
  [9236, '/a1pk/lamp/other'],
])('says in Chinese what %i means', async (code, message) => {
  await i18n.changeLanguage('zh-CN');
  const { name, why } = codeTexts(code, message);
  expect(name).toMatch(/\p{Script=Han}/u);
  expect(why).toMatch(/\p{Script=Han}/u);
});
