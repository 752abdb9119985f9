import type { Backend, OpenRequest } from '../../rpc/inference-api';
import { portsOfClassifier } from './classifier-network';
import { portsOfDetector } from './detector-network';
import { openNetwork, type Network } from './network';

/** The loaded networks of a package; null = the run mode does without it. */
export interface OpenNetworks {
  readonly detector: Network | null;
  readonly classifier: Network | null;
}

/** The networks of a package and how to use them. */
export type NetworksRequest = Pick<OpenRequest, 'detector' | 'classifier'>;

/** Loads what the request names on one backend; leaves nothing open when a part of it fails. */
export async function openNetworks(request: NetworksRequest, backend: Backend): Promise<OpenNetworks> {
  const { detector, classifier } = request;
  const openDetector =
    detector === null ? null : await openNetwork(detector.network, portsOfDetector(detector.description), backend);
  try {
    return {
      detector: openDetector,
      classifier:
        classifier === null
          ? null
          : await openNetwork(classifier.network, portsOfClassifier(classifier.description), backend),
    };
  } catch (error) {
    await openDetector?.close();
    throw error;
  }
}

export async function closeNetworks(networks: OpenNetworks): Promise<void> {
  await networks.detector?.close();
  await networks.classifier?.close();
}
