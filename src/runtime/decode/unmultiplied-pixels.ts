/**
 * Reads RGBA of a bitmap that was opened with premultiplyAlpha 'none'. A 2D canvas multiplies colours by alpha and so
 * loses what lies under transparent pixels; a WebGL texture does not. Null where there is no WebGL, and for pictures larger
 * than a texture may be (8192 pixels or more).
 */
export function readUnmultiplied(bitmap: ImageBitmap): Uint8Array | null {
  const context = openContext();
  const { width, height } = bitmap;
  if (context === null || Math.max(width, height) > context.maxSide) return null;
  const pixels = new Uint8Array(width * height * 4);
  return readTexture(context.gl, bitmap, pixels) ? pixels : null;
}

interface Context {
  readonly gl: WebGL2RenderingContext;
  readonly maxSide: number;
}

let open: Context | null = null;

function openContext(): Context | null {
  if (open !== null && !open.gl.isContextLost()) return open;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (gl === null) return null;
  open = { gl, maxSide: gl.getParameter(gl.MAX_TEXTURE_SIZE) as number };
  return open;
}

/** False when WebGL could not, for want of memory or because the context was lost. */
function readTexture(gl: WebGL2RenderingContext, bitmap: ImageBitmap, pixels: Uint8Array): boolean {
  const texture = gl.createTexture();
  const framebuffer = gl.createFramebuffer();
  try {
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.NONE);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    gl.readPixels(0, 0, bitmap.width, bitmap.height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    return gl.getError() === gl.NO_ERROR;
  } finally {
    gl.deleteFramebuffer(framebuffer);
    gl.deleteTexture(texture);
  }
}
