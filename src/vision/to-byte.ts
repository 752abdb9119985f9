/** Just under 256, so that 1.0 becomes 255 (speciesnet 5.0.4, via torchvision 0.14's convert_image_dtype); float32. */
export const TO_BYTE = Math.fround(255.999);
