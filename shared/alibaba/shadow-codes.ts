/** Errors of a shadow request in English, as the platform words them, and in Chinese (DOCREPO). */
const names = {
  400: ['incorrect JSON', 'JSON 格式错误'],
  401: ['method is missing', '缺少 method'],
  402: ['state is missing', '缺少 state'],
  403: ['version is not a number', 'version 不是数字'],
  404: ['reported is missing', '缺少 reported'],
  405: ['reported is empty', 'reported 为空'],
  406: ['invalid method', 'method 无效'],
  407: ['the shadow is empty', '影子内容为空'],
  408: [
    'more than 128 attributes in reported, over 16 KB, or deeper than 5',
    'reported 的属性超过 128 个、超过 16 KB 或超过 5 层',
  ],
  409: ['version conflict', '版本冲突'],
  500: ['server error', '服务端错误'],
} as const satisfies Readonly<Record<number, readonly [string, string]>>;

/** The code of a shadow request that was refused. */
export type ShadowCode = keyof typeof names;

/** What the code of a shadow reply means, in the words of the protocol's documents; empty if nobody says. */
export function shadowCodeName(code: number, language: 'en' | 'zh-CN'): string {
  if (!Object.hasOwn(names, code)) return '';
  const [english, chinese] = names[code as ShadowCode];
  return language === 'en' ? english : chinese;
}
