import { describe, expect, test } from 'vitest';
import { platformTopics } from './topic-catalogue.ts';
import { covers, permissionFor, topicFor } from './topics.ts';

const owner = { productKey: 'a1pk', deviceName: 'lamp' };
const own = (path: string) => `/sys/a1pk/lamp${path}`;

describe('permissionFor', () => {
  test.each([
    [own('/thing/event/property/post'), 'pub'],
    [own('/thing/event/property/post_reply'), 'sub'],
    [own('/thing/event/hot/post'), 'pub'],
    [own('/thing/event/+/post_reply'), 'sub'],
    [own('/thing/service/property/set'), 'sub'],
    [own('/thing/service/property/set_reply'), 'pub'],
    [own('/thing/service/reboot'), 'sub'],
    [own('/thing/service/+'), 'sub'],
    [own('/thing/service/reboot_reply'), 'pubsub'],
    [own('/thing/config/push_reply'), 'pub'],
    [own('/thing/awss/enrollee/match'), 'pubsub'],
    [own('/rrpc/request/+'), 'sub'],
    [own('/rrpc/response/1234'), 'pub'],
    ['/ext/rrpc/+/a1pk/lamp/user/get', 'sub'],
    ['/ext/rrpc/77/a1pk/lamp/user/get', 'pubsub'],
    ['/ext/ntp/a1pk/lamp/request', 'pub'],
    ['/ext/ntp/a1pk/lamp/response', 'sub'],
    ['/shadow/update/a1pk/lamp', 'pub'],
    ['/shadow/get/a1pk/lamp', 'sub'],
    ['/ota/device/request/a1pk/lamp', 'pubsub'],
    ['/ext/session/a1pk/lamp/combine/batch_login_reply', 'sub'],
    ['/broadcast/a1pk/everyone', 'sub'],
    ['/a1pk/lamp/user/update', 'pub'],
    ['/a1pk/lamp/user/get', 'sub'],
    ['/a1pk/lamp/get', 'sub'],
  ] as const)('of the own topic %s is %s', (topic, permission) => {
    expect(permissionFor(topic, owner)).toBe(permission);
  });

  test.each([
    '/a1pk/lamp/control',
    '/a1pk/lamp/user/#',
    '/a1pk/lamp/user/other',
    '/a1pk/other/user/get',
    '/other/lamp/user/get',
    '/sys/a1pk/other/thing/event/property/post',
    '/sys/a1pk/+/thing/event/property/post_reply',
    '/sys/a1pk/lamp/#',
    '/sys/a1pk/lamp/thing/event/property/post/more',
    'a1pk/lamp/user/get',
    '/as/mqtt/status/a1pk/lamp',
    '/a1pk/lamp/thing/lifecycle',
    '#',
    '+/+',
    '$SYS/#',
    '',
  ])('is null for %j', (topic) => {
    expect(permissionFor(topic, owner)).toBeNull();
  });

  test('follows the custom topics of the product', () => {
    const custom = [
      { pattern: `/\${productKey}/\${deviceName}/control`, permission: 'pubsub' },
      { pattern: `/\${productKey}/\${deviceName}/user/#`, permission: 'pubsub' },
    ] as const;
    expect(permissionFor('/a1pk/lamp/control', owner, custom)).toBe('pubsub');
    expect(permissionFor('/a1pk/other/control', owner, custom)).toBeNull();
    expect(permissionFor('/a1pk/lamp/user/#', owner, custom)).toBe('sub');
    expect(permissionFor('/a1pk/lamp/user/+/deep', owner, custom)).toBe('sub');
  });

  test('with wildcards in a custom topic never grants publishing', () => {
    const custom = [{ pattern: '/a1pk/lamp/user/#', permission: 'pub' }] as const;
    expect(permissionFor('/a1pk/lamp/user/anything', owner, custom)).toBeNull();
  });
});

describe('covers', () => {
  test.each([
    ['a/#', 'a', true],
    ['a/#', 'a/b/#', true],
    ['a/+', 'a/b', true],
    ['a/+', 'a/+', true],
    ['a/+', 'a/#', false],
    ['a/b', 'a/+', false],
    ['a/+_reply', 'a/x_reply', true],
    ['a/+_reply', 'a/_reply', false],
    ['a/+_reply', 'a/+', false],
    ['a', 'a/', false],
  ] as const)('%s over %s is %s', (pattern, filter, answer) => {
    expect(covers(pattern, filter)).toBe(answer);
  });
});

describe('the catalogue', () => {
  test('grants each topic in its direction and the reply in the other', () => {
    for (const { pattern, direction, reply } of platformTopics) {
      const filter = topicFor(pattern, owner);
      expect(permissionFor(filter.replace(/[+#]/g, 'x'), owner)).toMatch(
        direction === 'up' ? /^pub/ : /sub$/,
      );
      if (reply === null) continue;
      expect(permissionFor(topicFor(reply, owner).replace(/[+#]/g, 'x'), owner)).toMatch(
        direction === 'up' ? /sub$/ : /^pub/,
      );
    }
  });

  test('lists no topic twice in one direction', () => {
    const keys = platformTopics.map(({ direction, pattern }) => `${direction} ${pattern}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
