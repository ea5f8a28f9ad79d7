import { type Channels, TRACK_HEIGHT } from './channels';
import type { Layered } from './layers';

const BETWEEN_NODES = 40;
const NODE_TO_LABEL = 12;
const LABEL_TO_NODE = 22;
const ABOVE_TRACKS = 14;
const UNDER_TRACKS = 18;

export interface Rows {
  /** Top of each layer. */
  readonly top: readonly number[];
  /** The y of a net's track: channel `i` lies above layer `i`. */
  trackY(channel: number, track: number): number;
  readonly height: number;
}

/** The y axis: layers as high as what stands in them, channels as high as their tracks need. */
export function placeRows({ layers, vertices }: Layered, { list }: Channels): Rows {
  const channelTop: number[] = [];
  const top: number[] = [];
  let y = 0;
  layers.forEach((layer, index) => {
    channelTop.push(y);
    y += index === 0 ? edgeHeight(list[0]?.tracks ?? 0) : channelHeight(index);
    top.push(y);
    y += layer.reduce((height, vertex) => Math.max(height, vertices[vertex]?.height ?? 0), 0);
  });
  channelTop.push(y);
  y += edgeHeight(list[layers.length]?.tracks ?? 0);
  return {
    top,
    height: y,
    trackY: (channel, track) => (channelTop[channel] ?? 0) + ABOVE_TRACKS + track * TRACK_HEIGHT,
  };

  function channelHeight(index: number): number {
    const least = isLabels(index) ? NODE_TO_LABEL : isLabels(index - 1) ? LABEL_TO_NODE : BETWEEN_NODES;
    const tracks = list[index]?.tracks ?? 0;
    const under = isLabels(index) ? ABOVE_TRACKS : UNDER_TRACKS;
    return tracks === 0 ? least : Math.max(least, ABOVE_TRACKS + (tracks - 1) * TRACK_HEIGHT + under);
  }
  function isLabels(index: number): boolean {
    return layers[index]?.some((vertex) => vertices[vertex]?.kind === 'label') ?? false;
  }
}

/** Over the first layer and under the last there is only what loops need. */
const edgeHeight = (tracks: number): number =>
  tracks === 0 ? 0 : ABOVE_TRACKS + (tracks - 1) * TRACK_HEIGHT + UNDER_TRACKS;
