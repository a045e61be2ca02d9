/** TIFF files: their directories, also those of EXIF, and all samples that ImageIO's readers cannot give. */
package io.github.neuralstyle.image.io.tiff;
