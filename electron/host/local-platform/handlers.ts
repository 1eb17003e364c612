import { CUSTOM_TOPICS_MAX, customTopicProblem } from '../../../shared/alibaba/custom-topic.ts';
import type { TopicOwner } from '../../../shared/alibaba/topics.ts';
import type { CommandName } from '../../../shared/contract/commands.ts';
import type { DefinedTopic, PlatformProduct } from '../../../shared/contract/platform.ts';
import { HostError } from '../../../shared/contract/result.ts';
import type { EventListener } from '../event-listener.ts';
import type { Handlers } from '../handlers.ts';
import type { ProductDefinition } from '../platform/state.ts';
import { deviceView, logLine, productView } from './device-view.ts';
import type { LocalPlatform } from './local-platform.ts';
import { performAct } from './perform-act.ts';

type PlatformHandlers = Pick<Handlers, Extract<CommandName, `platform.${string}`>>;

/** Handlers of the commands about the local platform, but the one that opens a session on it. */
export function platformHandlers(
  local: LocalPlatform,
  emit: EventListener,
): Omit<PlatformHandlers, 'platform.try'> {
  const viewOf = async ({ productKey, deviceName }: TopicOwner) =>
    deviceView((await local.run()).deviceState(productKey, deviceName));

  /** Changes a part of a product, with effect on connected devices. */
  async function changeProduct(
    productKey: string,
    part: Omit<ProductDefinition, 'productKey'>,
  ): Promise<PlatformProduct> {
    const platform = await local.run();
    const view = productView(platform.setProduct({ ...platform.product(productKey), ...part }));
    local.keepState(platform);
    emit('platform.productChanged', view);
    return view;
  }

  return {
    'platform.status': async () => local.status(),
    'platform.watch': async ({ productKey, deviceName }) => {
      const owner = { productKey, deviceName };
      const platform = await local.runFor(owner);
      local.news.watch(owner);
      return { device: await viewOf(owner), product: productView(platform.product(productKey)) };
    },
    'platform.log': async () => {
      const platform = await local.run();
      local.news.followLog();
      const entries = platform.log();
      return { lines: entries.map(logLine), total: entries.at(-1)?.number ?? 0 };
    },
    'platform.act': async ({ act, productKey, deviceName }) => {
      const owner = { productKey, deviceName };
      const platform = await local.runFor(owner);
      const outcome = await performAct(platform, owner, act);
      local.changed(platform, owner);
      return outcome;
    },

    'platform.setDisabled': async ({ disabled, ...owner }) => {
      (await local.runFor(owner)).setDisabled(owner, disabled);
      return await viewOf(owner);
    },
    'platform.setDeviceTopics': async ({ topics, ...owner }) => {
      checkTopics(topics, owner);
      (await local.runFor(owner)).setTopics(owner, topics);
      return await viewOf(owner);
    },
    'platform.setProductTopics': async ({ productKey, topics }) => {
      // Any device of the product stands for all: a pattern names none of them.
      checkTopics(topics, { productKey, deviceName: 'device' });
      return await changeProduct(productKey, { topics });
    },
    'platform.setThingModel': ({ productKey, thingModel }) =>
      changeProduct(productKey, { thingModel }),
    'platform.setRegistration': ({ productKey, dynamicRegistration, productSecret }) =>
      changeProduct(productKey, {
        dynamicRegistration,
        ...(productSecret !== undefined && { productSecret: productSecret || null }),
      }),

    'platform.misbehave': async ({ settings, ...owner }) => {
      local.misbehaviours.set(await local.runFor(owner), owner, settings);
      return local.status();
    },
    'platform.cut': async (owner) => {
      const platform = await local.runFor(owner);
      if (!platform.cut(owner)) throw new HostError('not-connected', 'the device is not connected');
      return {};
    },
    'platform.saveScenario': async (draft) => {
      await local.scenarios.save(draft);
      local.tellStatus();
      return local.status();
    },
    'platform.removeScenario': async ({ scenarioId }) => {
      await local.scenarios.remove(scenarioId);
      local.tellStatus();
      return local.status();
    },
    'platform.playScenario': async ({ scenarioId, ...owner }) => {
      const scenario = local.scenarios.get(scenarioId);
      local.misbehaviours.play(await local.runFor(owner), owner, scenario);
      return local.status();
    },
  };
}

function checkTopics(topics: readonly DefinedTopic[], owner: TopicOwner): void {
  if (topics.length > CUSTOM_TOPICS_MAX)
    throw new HostError('invalid-input', `topics: more than ${CUSTOM_TOPICS_MAX}`);
  for (const [index, { pattern, permission }] of topics.entries()) {
    const problem = customTopicProblem(pattern, permission, owner);
    if (problem !== null) throw new HostError('invalid-input', `topics.${index}: ${problem}`);
  }
}
