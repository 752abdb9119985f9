/** What each drawn photo must become: written from the scenes, not from a run. */
export interface DemoExpectation {
  readonly path: string;
  readonly rule: string;
  /** `common name | prediction_source`, by place. `anywhere` = no country given. */
  readonly anywhere: string;
  readonly usa: string;
  readonly california: string;
  readonly kenya: string;
}

export const demoExpectations: readonly DemoExpectation[] = [
  {
    path: 'North Ridge/IMG_0001.JPG',
    rule: '4a',
    anywhere: 'red fox | classifier',
    usa: 'red fox | classifier',
    california: 'red fox | classifier',
    kenya: 'canine family | classifier+geofence+rollup_to_family',
  },
  {
    path: 'North Ridge/IMG_0002.JPG',
    rule: '5a',
    anywhere: 'odocoileus species | classifier+rollup_to_genus',
    usa: 'odocoileus species | classifier+rollup_to_genus',
    california: 'odocoileus species | classifier+rollup_to_genus',
    kenya: 'artiodactyla order | classifier+rollup_to_order',
  },
  {
    path: 'North Ridge/IMG_0003.JPG',
    rule: '4a',
    anywhere: 'white-tailed deer | classifier',
    usa: 'white-tailed deer | classifier',
    california: 'white-tailed deer | classifier',
    kenya: 'artiodactyla order | classifier+geofence+rollup_to_order',
  },
  {
    path: 'North Ridge/IMG_0004.JPG',
    rule: '4b',
    anywhere: 'brown bear | classifier',
    usa: 'brown bear | classifier',
    california: 'bear family | classifier+geofence+rollup_to_family',
    kenya: 'carnivorous mammal | classifier+geofence+rollup_to_order',
  },
  { path: 'North Ridge/IMG_0005.JPG', rule: '3a', ...everywhere('blank | classifier') },
  {
    path: 'North Ridge/IMG_0006.JPG',
    rule: '5a',
    ...everywhere('carnivorous mammal | classifier+rollup_to_order'),
  },
  { path: 'North Ridge/IMG_0007.JPG', rule: '1a', ...everywhere('human | detector') },
  {
    path: 'Waterhole/IMG_0001.JPG',
    rule: '4a',
    anywhere: 'african elephant | classifier',
    usa: 'mammal | classifier+geofence+rollup_to_class',
    california: 'mammal | classifier+geofence+rollup_to_class',
    kenya: 'african elephant | classifier',
  },
  { path: 'Waterhole/IMG_0002.JPG', rule: '5a', ...everywhere('equus species | classifier+rollup_to_genus') },
  { path: 'Waterhole/IMG_0003.JPG', rule: '2b', ...everywhere('vehicle | detector') },
  { path: 'Waterhole/IMG_0004.JPG', rule: '3b', ...everywhere('blank | classifier') },
  {
    path: 'Waterhole/IMG_0005.JPG',
    rule: '4a',
    anywhere: 'common ostrich | classifier',
    usa: 'bird | classifier+geofence+rollup_to_class',
    california: 'bird | classifier+geofence+rollup_to_class',
    kenya: 'common ostrich | classifier',
  },
];

function everywhere(answer: string): Pick<DemoExpectation, 'anywhere' | 'usa' | 'california' | 'kenya'> {
  return { anywhere: answer, usa: answer, california: answer, kenya: answer };
}
