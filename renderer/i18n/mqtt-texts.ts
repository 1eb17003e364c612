import { languageInForce } from './setup.ts';
import { mqttPatterns, mqttTexts } from './zh-CN/mqtt-texts.ts';

/** In Chinese what the decoder says in English; as it is where there is no Chinese for it. */
export function inChinese(english: string): string {
  const text = Object.hasOwn(mqttTexts, english) ? mqttTexts[english] : undefined;
  if (text !== undefined) return text;
  const pattern = mqttPatterns.find(([expression]) => expression.test(english));
  return pattern ? english.replace(pattern[0], pattern[1]) : english;
}

/** What the decoder says of a packet, in the language of the page. */
export function mqttText(english: string): string {
  return languageInForce() === 'zh-CN' ? inChinese(english) : english;
}
