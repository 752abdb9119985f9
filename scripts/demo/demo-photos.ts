import { Canvas } from './canvas';
import { paintDataStrip } from './data-strip';
import { encodePhoto } from './encode-photo';
import { northRidgeScenes } from './scenes/north-ridge';
import type { Scene, Subject } from './scenes/scene';
import { waterholeScenes } from './scenes/waterhole';

export const demoScenes: readonly Scene[] = [...northRidgeScenes, ...waterholeScenes];

export interface DemoPhoto {
  readonly scene: Scene;
  readonly bytes: Uint8Array;
  readonly subjects: readonly Subject[];
}

export function createDemoPhoto(scene: Scene): DemoPhoto {
  const canvas = new Canvas(scene.width, scene.height);
  const subjects = scene.paint(canvas);
  const [date = '', time = ''] = scene.takenAt.split(' ');
  paintDataStrip(canvas, `DEMO ${scene.camera}`, `${date} ${time}`, `${scene.celsius}°C`);
  const takenAt = `${date.replaceAll('-', ':')} ${time}`;
  return { scene, subjects, bytes: encodePhoto(canvas, { takenAt, description: scene.description }, scene.quality) };
}
