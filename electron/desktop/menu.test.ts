import { expect, test } from 'vitest';
import { menuTemplate } from './menu.ts';

const menus = (locale: string, developing = false) =>
  menuTemplate(locale, developing).map(({ label }) => label);
const words = (locale: string, developing = false) =>
  JSON.stringify(menuTemplate(locale, developing));

test('the menu speaks the language of the system', () => {
  expect(menus('en-GB')).toEqual(['Tricorder', 'Edit', 'View', 'Window']);
  expect(menus('zh-CN')).toEqual(['Tricorder', '编辑', '视图', '窗口']);
  expect(words('zh')).not.toMatch(/"label":"(?!Tricorder")[\x20-\x7e]+"/);
  expect(menus('de')).toEqual(menus('en'));
});

test('reloading and the developer tools are for developing only', () => {
  expect(words('en')).not.toMatch(/reload|toggleDevTools/);
  expect(words('en', true)).toMatch(/reload.*toggleDevTools/);
});
