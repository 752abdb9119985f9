/** `second-look`: doubtful answers of a fast detector once more, by the reference's. */
export type RunKind = 'run' | 'second-look';
