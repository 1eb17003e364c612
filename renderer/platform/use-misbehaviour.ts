import type { MisbehaviourSettings } from '../../shared/alibaba/misbehaviour.ts';
import type { PlatformOwner } from '../../shared/contract/platform.ts';
import { ask } from '../bridge.ts';
import { expectMisbehaviour, platformStore, putStatus } from '../stores/platform.ts';

/** Tells the platform how to misbehave towards a device; what fails is told, null for what succeeds. */
export function useMisbehaviour(owner: PlatformOwner, onFailure: (failure: unknown) => void) {
  const { productKey, deviceName } = owner;
  const told = <T>(answer: Promise<T>, then: (value: T) => void) => {
    onFailure(null);
    answer.then(then, onFailure);
  };
  return {
    misbehave(settings: MisbehaviourSettings) {
      const before = platformStore.getState().status;
      expectMisbehaviour({ productKey, deviceName }, settings);
      const answer = ask('platform.misbehave', { productKey, deviceName, settings });
      answer.catch(() => before && putStatus(before));
      told(answer, putStatus);
    },
    cut: () => told(ask('platform.cut', { productKey, deviceName }), () => undefined),
    play: (scenarioId: string) =>
      told(ask('platform.playScenario', { productKey, deviceName, scenarioId }), putStatus),
  };
}
