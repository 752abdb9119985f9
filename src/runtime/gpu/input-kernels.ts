import { PADDING_BYTE } from '../../vision/letterbox-pixels';
import { TO_BYTE } from '../../vision/to-byte';

/**
 * The bindings of both kernels: how (`plan`), the image (`pixels`, RGBA in one number each), where each column and row of the result
 * comes from, what each byte is in a tensor, and the result.
 */
const bindings = (plan: string, taps: string) => `
  struct Plan { ${plan} }
  struct Tap { first: i32, second: i32, weight0: ${taps}, weight1: ${taps} }
  @group(0) @binding(0) var<uniform> plan: Plan;
  @group(0) @binding(1) var<storage, read> pixels: array<u32>;
  @group(0) @binding(2) var<storage, read> columns: array<Tap>;
  @group(0) @binding(3) var<storage, read> rows: array<Tap>;
  @group(0) @binding(4) var<storage, read> units: array<f32>;
  @group(0) @binding(5) var<storage, read_write> result: array<f32>;
  fn bytesOf(pixel: u32) -> vec3<u32> {
    return vec3<u32>(pixel & 255u, (pixel >> 8u) & 255u, (pixel >> 16u) & 255u);
  }
  fn unitsOf(bytes: vec3<u32>) -> vec3<f32> {
    return vec3<f32>(units[bytes.x], units[bytes.y], units[bytes.z]);
  }
`;

/** Results that one workgroup makes in each direction. */
export const WORKGROUP_SIDE = 8;

/**
 * `letterboxTensor` in whole numbers, bit for bit. Copied and halved pictures need no way of their own: with their weights (2048 and
 * 0, or 1024 each) the same steps give the same bytes.
 */
export const LETTERBOX_KERNEL = `
  ${bindings('source: vec2<i32>, size: vec2<i32>, start: vec2<i32>, resized: vec2<i32>', 'i32')}
  const PADDING = ${PADDING_BYTE}u;
  fn blended(row: i32, column: Tap) -> vec3<i32> {
    let start = row * plan.source.x;
    let near = vec3<i32>(bytesOf(pixels[start + column.first]));
    let far = vec3<i32>(bytesOf(pixels[start + column.second]));
    return near * column.weight0 + far * column.weight1;
  }
  fn byteAt(at: vec2<i32>) -> vec3<u32> {
    if (any(at < vec2<i32>(0)) || any(at >= plan.resized)) { return vec3<u32>(PADDING); }
    let column = columns[at.x];
    let row = rows[at.y];
    let upper = (row.weight0 * (blended(row.first, column) >> vec3<u32>(4u))) >> vec3<u32>(16u);
    let lower = (row.weight1 * (blended(row.second, column) >> vec3<u32>(4u))) >> vec3<u32>(16u);
    return vec3<u32>((upper + lower + 2) >> vec3<u32>(2u));
  }
  @compute @workgroup_size(${WORKGROUP_SIDE}, ${WORKGROUP_SIDE})
  fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let at = vec2<i32>(id.xy);
    if (any(at >= plan.size)) { return; }
    let values = unitsOf(byteAt(at - plan.start));
    let plane = plan.size.x * plan.size.y;
    let to = at.y * plan.size.x + at.x;
    result[to] = values.x;
    result[to + plane] = values.y;
    result[to + 2 * plane] = values.z;
  }
`;

/**
 * `resizeCrops`, one crop in each layer. Its steps are those of the processor; where a device rounds a product before it adds it, a
 * value may be another by 1/255, as it is between builds of torch.
 */
export const CROPS_KERNEL = `
  ${bindings('source: vec2<i32>, side: i32, steps: vec2<i32>', 'f32')}
  const TO_BYTE = ${TO_BYTE}f;
  fn pixelAt(x: i32, y: i32) -> vec3<f32> {
    if (x < 0 || y < 0 || x >= plan.source.x || y >= plan.source.y) { return vec3<f32>(0.0); }
    return unitsOf(bytesOf(pixels[y * plan.source.x + x]));
  }
  fn blended(y: i32, column: Tap) -> vec3<f32> {
    let far = pixelAt(column.second, y) * column.weight1;
    return fma(pixelAt(column.first, y), vec3<f32>(column.weight0), far);
  }
  @compute @workgroup_size(${WORKGROUP_SIDE}, ${WORKGROUP_SIDE})
  fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let at = vec3<i32>(id);
    if (at.x >= plan.side || at.y >= plan.side) { return; }
    let column = columns[at.z * plan.side + at.x];
    let row = rows[at.z * plan.side + at.y];
    let far = blended(row.second, column) * row.weight1;
    let value = fma(blended(row.first, column), vec3<f32>(row.weight0), far);
    let values = unitsOf(min(vec3<u32>(value * TO_BYTE), vec3<u32>(255u)));
    let place = at.y * plan.side + at.x;
    let to = at.z * 3 * plan.side * plan.side + place * plan.steps.x;
    result[to] = values.x;
    result[to + plan.steps.y] = values.y;
    result[to + 2 * plan.steps.y] = values.z;
  }
`;
