import { expect, test } from 'vitest';
import { helpDocument } from './help-document.ts';

test('a document of the help has its address in the language of the reader', () => {
  expect(helpDocument('D-44542', 'en')).toEqual({
    id: '44542',
    address: 'https://www.alibabacloud.com/help/doc-detail/44542',
  });
  expect(helpDocument('D-44542', 'zh-CN')?.address).toBe(
    'https://help.aliyun.com/document_detail/44542.html',
  );
});

test('a clause of a standard is no document of the help', () => {
  expect(helpDocument('[MQTT-3.9.3-2]', 'en')).toBeNull();
  expect(helpDocument('DOCREPO 动态注册', 'en')).toBeNull();
});
