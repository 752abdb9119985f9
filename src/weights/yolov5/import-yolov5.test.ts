import { describe, expect, it } from 'vitest';
import { memoryCheckpoint, moduleRecord } from '../../../test/weights/module-records';
import { conv, conv2d, detect, layer, model, sequence, silu } from '../../../test/weights/yolo-records';
import { checkGraph } from '../onnx/check-graph';
import type { PickleObject, PickleValue } from '../pickle/pickle-value';
import { importYolov5 } from './import-yolov5';

const named = { attributes: { names: ['animal'] } };
const whole = (layers: readonly PickleValue[], head?: PickleObject) => model(layers, head, named);

/** The operators from the last layer of the stem on, without the head. */
async function operatorsOf(layers: readonly PickleValue[], head?: PickleObject): Promise<readonly string[]> {
  const { graph } = await importYolov5(memoryCheckpoint(whole(layers, head)));
  checkGraph(graph);
  return graph.nodes.filter(({ outputs }) => !/^model\.[012][./]/.test(outputs[0]!)).map(({ op }) => op);
}

const CONV = ['Mul', 'Conv', 'Sigmoid', 'Mul'];
const act = (name: string, attributes = {}) =>
  layer(conv(4, 4, 1, 1, { act: moduleRecord(`torch.nn.modules.${name}`, { attributes }) }));
const bottleneck = (add: boolean, to = 4) =>
  layer(
    moduleRecord('models.common.Bottleneck', {
      modules: { cv1: conv(4, 4), cv2: conv(4, to, 3) },
      attributes: { add },
    }),
  );
const upsample = (scale: PickleValue, more = {}) =>
  layer(
    moduleRecord('torch.nn.modules.upsampling.Upsample', {
      attributes: { mode: 'nearest', scale_factor: scale, size: null, ...more },
    }),
  );
const concat = (from: PickleValue, d = 1) => layer(moduleRecord('models.common.Concat', { attributes: { d } }), from);
const maxPool = (kernel: PickleValue, padding: PickleValue, more = {}) =>
  moduleRecord('torch.nn.modules.pooling.MaxPool2d', {
    attributes: { kernel_size: kernel, padding, stride: 1, dilation: 1, ceil_mode: false, ...more },
  });
const sppf = (pool: PickleObject) =>
  layer(moduleRecord('models.common.SPPF', { modules: { cv1: conv(4, 2), cv2: conv(8, 4), m: pool } }));

describe('importYolov5', () => {
  it.each<[string, readonly PickleValue[], readonly string[]]>([
    ['SiLU', [act('activation.SiLU')], CONV],
    ['Identity', [act('linear.Identity')], ['Mul', 'Conv']],
    ['ReLU', [act('activation.ReLU')], ['Mul', 'Conv', 'Relu']],
    ['Hardswish', [act('activation.Hardswish')], ['Mul', 'Conv', 'HardSwish']],
    ['LeakyReLU', [act('activation.LeakyReLU', { negative_slope: 0.1 })], ['Mul', 'Conv', 'LeakyRelu']],
    ['a bottleneck that adds', [bottleneck(true)], [...CONV, ...CONV, 'Add']],
    ['a bottleneck that does not', [bottleneck(false)], [...CONV, ...CONV]],
    ['blocks in a row', [layer(sequence([conv(4, 4), conv(4, 4, 3)]))], [...CONV, ...CONV]],
    ['the way up and down again', [upsample(2), layer(conv(4, 4, 3, 2))], ['Resize', ...CONV]],
    ['factors for both directions', [upsample([2, 2]), layer(conv(4, 4, 3, 2))], ['Resize', ...CONV]],
    ['SPPF', [sppf(maxPool(5, 2))], [...CONV, 'MaxPool', 'MaxPool', 'MaxPool', 'Concat', ...CONV]],
    ['layers counted backwards', [concat([-1, -1]), layer(conv(8, 4), -1)], ['Concat', ...CONV]],
  ])('reads %s', async (_, layers, operators) => {
    expect(await operatorsOf(layers)).toEqual([...operators, 'Conv']);
  });

  it('gives anchors in pixels, names and the letterbox', async () => {
    const { heads, names, graph } = await importYolov5(memoryCheckpoint(whole([])));
    expect(heads).toEqual({ levels: [{ stride: 8, anchors: [[16, 24]] }], imageSize: 1280, letterboxStride: 64 });
    expect(names).toEqual(['animal']);
    expect(graph.outputs[0]).toMatchObject({ name: 'head0', dims: ['batch', 6, 'head0-height', 'head0-width'] });
  });

  it('takes the class path of an installed YOLOv5, and a forward that was fused', async () => {
    const target = { kind: 'global', module: 'builtins', name: 'getattr' } as const;
    const forward = { kind: 'call', target, args: [null, 'forward_fuse'], state: null } as const;
    const fused = moduleRecord('yolov5.models.common.Conv', {
      modules: { conv: conv2d(4, 4, 1, 1), act: silu },
      attributes: { forward },
    });
    expect(await operatorsOf([layer(fused)])).toEqual(['Conv', 'Sigmoid', 'Mul', 'Conv']);
  });

  it.each<[string, string, number, number, number]>([
    ['a smaller one', '{"image_size": 640}', 640, 32, 0],
    ['none', '{}', 1280, 64, 1],
    ['no JSON', '{image_size', 1280, 64, 1],
    ['text', '{"image_size": "640"}', 1280, 64, 1],
    ['an absurd one', '{"image_size": 1e9}', 1280, 64, 1],
  ])('reads the size from megadetector_info.json: %s', async (_, json, imageSize, letterboxStride, warnings) => {
    const network = await importYolov5(memoryCheckpoint(whole([]), { 'megadetector_info.json': json }));
    expect(network.heads).toMatchObject({ imageSize, letterboxStride });
    expect(network.warnings).toHaveLength(warnings);
  });

  const replaced = { kind: 'call', target: null, args: [], state: null } as const;
  const parameter = moduleRecord('models.common.Conv', {
    modules: { conv: conv2d(4, 4, 1, 1), act: silu },
    parameters: { gain: 1 },
  });
  const cases: [string, PickleObject, string][] = [
    ['a layer without f', whole([conv(4, 4)]), 'model.3.f: expected a whole number, it is missing'],
    ['an upsampling by 4', whole([upsample(4)]), 'expected a scale_factor of 2'],
    ['an upsampling to a size', whole([upsample(2, { size: 20 })]), 'expected a scale_factor of 2'],
    ['maps of two sizes', whole([concat([-1, 0])]), 'model.3: models.common.Concat: joins maps of the strides 8 and 2'],
    ['a join along height', whole([concat([-1, -1], 2)]), 'expected to join channels'],
    ['a join of one layer', whole([concat(-1)]), 'expected a list of layers to join'],
    ['a list for one input', whole([layer(conv(4, 4), [-1, -1])]), 'expected one layer to read from, got a list'],
    ['an impossible sum', whole([bottleneck(true, 5)]), 'model.3: models.common.Bottleneck: adds 5 channels to 4'],
    ['a pooling that shrinks', whole([sppf(maxPool(5, 1))]), 'model.3.m: torch.nn.modules.pooling.MaxPool2d: expected'],
    ['a pooling that rounds up', whole([sppf(maxPool(5, 2, { ceil_mode: true }))]), 'expected stride 1'],
    [
      'a convolution that cuts the border',
      whole([layer(conv(4, 4, 3, 1, { conv: conv2d(4, 4, 3, 1, { padding: 0 }) }))]),
      'kernel 3x3, stride 1x1, padding 0x0 and dilation 1x1 do not divide the picture into whole cells',
    ],
    [
      'a transposed convolution',
      whole([layer(conv(4, 4, 1, 1, { conv: conv2d(4, 4, 1, 1, { transposed: true }) }))]),
      'transposed convolutions are not supported',
    ],
    [
      'groups that do not fit',
      whole([layer(conv(4, 4, 1, 1, { conv: conv2d(4, 4, 1, 1, { groups: 3 }) }))]),
      '4 and 4 channels do not fit 3 groups',
    ],
    [
      'a tensor that nobody knows',
      whole([layer(parameter)]),
      'model.3: models.common.Conv: unexpected parameter "gain"',
    ],
    [
      'another forward',
      whole([
        layer(moduleRecord('models.common.Conv', { modules: conv2dAndAct(), attributes: { forward: replaced } })),
      ]),
      'model.3: replaces its forward by a call',
    ],
    ['sequences in sequences', whole([layer(sequence([sequence([conv(4, 4)])]))]), 'Sequential is not supported'],
    ['a head that is not the last', whole([detect(4, 8), layer(conv(4, 4))]), 'models.yolo.Detect is not supported'],
    ['no head', whole([], layer(conv(4, 4))), 'expected models.yolo.Detect as the last layer'],
    ['another stride than the layers have', whole([], detect(4, 16)), 'that fits the layers (8), got 16'],
    ['a stride of 4', whole([upsample(2)], detect(4, 4)), 'expected one of 8, 16, 32, 64'],
    ['more inputs than convolutions', whole([], detect(4, 8, [-1, -1])), '1 convolutions do not fit 2 inputs'],
    ['no layers', moduleRecord('models.yolo.Model', { modules: { model: sequence([]) } }), 'expected layers, got none'],
    ['a missing name', model([], detect(4, 8), { attributes: {} }), 'names: expected a list of names, it is missing'],
    ['numbers as names', model([], detect(4, 8), { attributes: { names: [1] } }), 'names[0]: expected a text'],
  ];
  it.each(cases)('refuses %s', async (_, root, message) => {
    await expect(importYolov5(memoryCheckpoint(root))).rejects.toThrow(message);
  });

  it('refuses a network of far too many blocks', async () => {
    const block = conv(4, 4);
    for (const count of [6000, 100_000]) {
      const root = whole([layer(sequence(Array<PickleValue>(count).fill(block)))]);
      await expect(importYolov5(memoryCheckpoint(root))).rejects.toMatchObject({ code: 'too-large' });
    }
  });
});

function conv2dAndAct() {
  return { conv: conv2d(4, 4, 1, 1), act: silu };
}
