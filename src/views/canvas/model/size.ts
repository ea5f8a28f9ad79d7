/** From so many nodes or transitions on, only what is near the visible part is drawn. */
export const CULL_FROM = 300;
/** Up to so many nodes, moves are animated. */
export const ANIMATE_UP_TO = 300;
