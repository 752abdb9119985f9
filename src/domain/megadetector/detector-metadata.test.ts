import { describe, expect, it } from 'vitest';
import { KNOWN_MODELS } from '../known-models';
import { detectorMetadataOf, typicalThresholdOf, UNKNOWN_DETECTOR } from './detector-metadata';

describe('detectorMetadataOf', () => {
  it.each([null, '', 'detector.onnx', 'my-yolo.pt', 'md_v1000.0.0-sorrel.pt'])('%j is unknown', (name) => {
    expect(detectorMetadataOf(name)).toBe(UNKNOWN_DETECTOR);
  });

  it.each([
    ['models/md_v5a.0.1.pt', 'v5a.0.1', 0.2, 0.05],
    ['MDV5B', 'v5b.0.1', 0.2, 0.05],
    ['md_v1000.0.0-redwood.onnx', 'v1000.0.0-redwood', 0.3, undefined],
    ['md_v1000.0.0-larch.pt', 'v1000.0.0-larch', undefined, undefined],
    ['md_v4.1.0.pb', 'v4.1.0', 0.8, 0.3],
  ])('%s is %s', (name, version, typical, conservative) => {
    const metadata = detectorMetadataOf(name);
    expect(metadata.megadetector_version).toBe(version);
    expect(metadata.typical_detection_threshold).toBe(typical);
    expect(metadata.conservative_detection_threshold).toBe(conservative);
    expect(metadata.md5).toBe(KNOWN_MODELS.find((model) => model.version === version)?.md5);
  });
});

describe('typicalThresholdOf', () => {
  it.each([
    [{ detector: 'md_v4.1.0.pb', detector_metadata: { typical_detection_threshold: 0.6 } }, 0.6],
    [{ detector: 'md_v4.1.0.pb', detector_metadata: null }, 0.8],
    [{ detector: null }, 0.2],
    [{ detector: 'md_v1000.0.0-spruce.pt' }, 0.2],
  ])('%j: %d', (info, expected) => expect(typicalThresholdOf(info)).toBe(expected));
});
