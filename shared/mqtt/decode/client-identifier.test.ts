import { describe, expect, it } from 'vitest';
import { clientIdentifierParts } from './client-identifier.ts';

/** Each part's name, value and the text of its range, which must be what the part is about. */
function parts(text: string) {
  const bytes = new TextEncoder().encode(`..${text}..`);
  const found = clientIdentifierParts(bytes, { start: 2, end: bytes.length - 2 });
  return found.map(({ name, value, start, end }) => [
    name,
    value,
    new TextDecoder().decode(bytes.subarray(start, end)),
  ]);
}

describe('the parts of a client identifier', () => {
  it('are the id and every extended parameter with its bytes', () => {
    expect(parts('设备1|securemode=2,signmethod=hmacsha1,timestamp=132323232|')).toEqual([
      ['Id', '设备1', '设备1'],
      ['securemode', '2', 'securemode=2'],
      ['signmethod', 'hmacsha1', 'signmethod=hmacsha1'],
      ['timestamp', '132323232', 'timestamp=132323232'],
    ]);
  });

  it('take a pipe within a value for a part of the value', () => {
    expect(parts('id|lan=JS|Broswer ,securemode=3|')).toEqual([
      ['Id', 'id', 'id'],
      ['lan', 'JS|Broswer ', 'lan=JS|Broswer '],
      ['securemode', '3', 'securemode=3'],
    ]);
    expect(parts('id|securemode=3,lan=JS|Ali|').at(-1)).toEqual(['lan', 'JS|Ali', 'lan=JS|Ali']);
  });

  it('are found without the closing pipe, with white space and with values that have a =', () => {
    expect(parts('id| securemode =2,\n random=a=b,,x').slice(1)).toEqual([
      ['securemode', '2', 'securemode =2'],
      ['random', 'a=b', 'random=a=b'],
    ]);
    expect(parts('id|securemode=2| \n').at(-1)).toEqual(['securemode', '2', 'securemode=2']);
  });

  it('are none where there are no extended parameters', () => {
    for (const text of ['', 'id', '|', '||', 'a|b', 'a|b,c|', 'a|=b|', 'k=v']) {
      expect(parts(text)).toEqual([]);
    }
  });

  it('have an empty id where a device sends none', () => {
    expect(parts('|securemode=2|')).toEqual([
      ['Id', '', ''],
      ['securemode', '2', 'securemode=2'],
    ]);
  });

  it('are spelled out', () => {
    const bytes = new TextEncoder().encode('id|securemode=2,signmethod=hmacsha256,ext=3,_v=1|');
    const found = clientIdentifierParts(bytes, { start: 0, end: bytes.length });
    expect(found.map(({ meaning }) => meaning)).toEqual([
      'the part that is signed',
      'TLS direct',
      'the password is signed with HMAC-SHA-256',
      'custom-topic RRPC, kick notices',
      'SDK version',
    ]);
    const other = new TextEncoder().encode('id|signmethod=md5,ext=0|');
    expect(
      clientIdentifierParts(other, { start: 0, end: other.length }).map(({ meaning }) => meaning),
    ).toEqual([
      'the part that is signed',
      'how the password is signed: not a method of the platform',
      'nothing asked for',
    ]);
  });
});
