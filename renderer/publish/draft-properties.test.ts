import { expect, test } from 'vitest';
import {
  draftProperties,
  noProperties,
  propertyProblems,
  publishProperties,
} from './draft-properties.ts';

const typed = {
  isText: true,
  contentType: 'application/json',
  expirySeconds: 60,
  responseTopic: 'answers/1',
  correlationData: '0a ff',
  userProperties: 'site=north\nsite=east',
} as const;

test('what is filled in is sent, and is read back as it was typed', () => {
  const properties = publishProperties(typed);
  expect(properties).toEqual({
    payloadFormatIndicator: true,
    contentType: 'application/json',
    messageExpiryInterval: 60,
    responseTopic: 'answers/1',
    correlationData: 'Cv8=',
    userProperties: [
      { name: 'site', value: 'north' },
      { name: 'site', value: 'east' },
    ],
  });
  expect(draftProperties(properties ?? {})).toEqual(typed);
});

test('nothing filled in is no properties at all', () => {
  expect(publishProperties(noProperties)).toBeNull();
  expect(draftProperties({})).toEqual(noProperties);
});

test('what cannot be sent is found', () => {
  expect(propertyProblems(typed)).toEqual([]);
  expect(propertyProblems(noProperties)).toEqual([]);
  expect(
    propertyProblems({
      ...typed,
      expirySeconds: -1,
      responseTopic: 'a/#',
      correlationData: '0',
      userProperties: 'site',
    }),
  ).toEqual(['expirySeconds', 'responseTopic', 'correlationData', 'userProperties']);
});
