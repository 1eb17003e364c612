import { z } from 'zod';
import { misbehaviourSchema } from '../alibaba/misbehaviour.ts';
import { thingModelSchema } from '../alibaba/thing-model.ts';
import { productKeySchema } from './devices.ts';
import {
  actOutcomeSchema,
  platformActSchema,
  platformDeviceSchema,
  platformLogSchema,
  platformOwnerSchema,
  platformProductSchema,
  platformStatusSchema,
  platformTopicSchema,
  scenarioDraftSchema,
} from './platform.ts';
import { sessionSchema } from './sessions.ts';

const nothing = z.object({});
const scenarioId = z.string().min(1).max(128);
const ofProduct = z.object({ productKey: productKeySchema });
const watched = z.object({ device: platformDeviceSchema, product: platformProductSchema });

/**
 * What can be done with the local platform, part of the contract's table of commands. All but
 * `platform.status` start it if it does not run; those that name a device answer `not-found` for one
 * that is not registered on it.
 */
export const platformCommands = {
  /** One click: starts the local platform, makes a demo device, connects, subscribes, posts. */
  'platform.try': { input: nothing, output: sessionSchema },

  'platform.status': { input: nothing, output: platformStatusSchema },
  /** From now on `platform.deviceChanged` and `platform.productChanged` tell of the device. */
  'platform.watch': { input: platformOwnerSchema, output: watched },
  /** The lines that are kept; `platform.logGrew` tells of new ones. */
  'platform.log': { input: nothing, output: platformLogSchema },
  /** Does something as the cloud. Resolves with the device's answer, 8 s later at most. */
  'platform.act': {
    input: platformOwnerSchema.extend({ act: platformActSchema }),
    output: actOutcomeSchema,
  },

  /** A disabled device is cut and may not connect. */
  'platform.setDisabled': {
    input: platformOwnerSchema.extend({ disabled: z.boolean() }),
    output: platformDeviceSchema,
  },
  /** Defines the custom topics of one device, in place of those it had. */
  'platform.setDeviceTopics': {
    input: platformOwnerSchema.extend({ topics: z.array(platformTopicSchema).max(200) }),
    output: platformDeviceSchema,
  },
  /** Defines the custom topics of a product's devices, in place of those they had. */
  'platform.setProductTopics': {
    input: ofProduct.extend({ topics: z.array(platformTopicSchema).max(200) }),
    output: platformProductSchema,
  },
  'platform.setThingModel': {
    input: ofProduct.extend({ thingModel: thingModelSchema.nullable() }),
    output: platformProductSchema,
  },
  /** A secret that is left out stays; an empty one is removed. */
  'platform.setRegistration': {
    input: ofProduct.extend({
      dynamicRegistration: z.boolean(),
      productSecret: z.string().max(256).optional(),
    }),
    output: platformProductSchema,
  },

  /** Misbehaves towards a device as told, whatever was set before; ends a scenario. */
  'platform.misbehave': {
    input: platformOwnerSchema.extend({ settings: misbehaviourSchema }),
    output: platformStatusSchema,
  },
  /** Cuts the device's connection now; `not-connected` if there is none. */
  'platform.cut': { input: platformOwnerSchema, output: nothing },
  'platform.saveScenario': { input: scenarioDraftSchema, output: platformStatusSchema },
  'platform.removeScenario': { input: z.object({ scenarioId }), output: platformStatusSchema },
  /** Begins a scenario; after its last step, what that one set stays until it is reset. */
  'platform.playScenario': {
    input: platformOwnerSchema.extend({ scenarioId }),
    output: platformStatusSchema,
  },
} as const;
