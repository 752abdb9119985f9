import type { PickleValue } from '../pickle/pickle-value';
import { readModule } from '../torch/module-tree';
import { numberOf } from '../torch/typed-value';
import { refusal, requireParts } from './module-parts';
import type { YoloGraph } from './yolo-graph';

/** Adds an activation and returns the name of its output. @throws CheckpointError for one that is not known. */
export function addActivation(graph: YoloGraph, value: PickleValue | undefined, path: string, input: string): string {
  const module = readModule(value, path);
  requireParts(module, path, {});
  switch (module.className) {
    case 'torch.nn.modules.activation.SiLU':
      return graph.add(path, 'Mul', [input, graph.add(path, 'Sigmoid', [input])]);
    case 'torch.nn.modules.linear.Identity':
      return input;
    case 'torch.nn.modules.activation.ReLU':
      return graph.add(path, 'Relu', [input]);
    case 'torch.nn.modules.activation.Hardswish':
      return graph.add(path, 'HardSwish', [input]);
    case 'torch.nn.modules.activation.LeakyReLU': {
      const slope = numberOf(module.attributes.get('negative_slope'), `${path}.negative_slope`);
      return graph.add(path, 'LeakyRelu', [input], { alpha: { float: slope } });
    }
    default:
      throw refusal(module, path, 'this activation is not supported');
  }
}
