import type { Language } from '../i18n/setup.ts';

/**
 * The document of Alibaba Cloud's help that a source such as `D-44542` names, with its address in a
 * language (alibaba-iot, "Sources"); null for any other source.
 */
export function helpDocument(
  source: string,
  language: Language,
): { readonly id: string; readonly address: string } | null {
  const [, id] = /^D-(\d+)$/.exec(source) ?? [];
  if (id === undefined) return null;
  const address =
    language === 'zh-CN'
      ? `https://help.aliyun.com/document_detail/${id}.html`
      : `https://www.alibabacloud.com/help/doc-detail/${id}`;
  return { id, address };
}
