package io.github.neuralstyle.image.io;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.IndexColorModel;

/** Colour spaces that a reader left out. */
final class Profiles {

    private Profiles() {}

    /** The same pixels in another colour space; grey images and profiles of other kinds change nothing. */
    static BufferedImage tag(BufferedImage image, ICC_Profile profile) {
        if (image.getColorModel() instanceof IndexColorModel) return tag(resolved(image), profile);
        ColorModel model = image.getColorModel();
        if (profile.getNumComponents() != 3 || model.getColorSpace().getType() != ColorSpace.TYPE_RGB) return image;
        ComponentColorModel tagged = new ComponentColorModel(
                new ICC_ColorSpace(profile),
                model.hasAlpha(),
                model.isAlphaPremultiplied(),
                model.hasAlpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                image.getRaster().getTransferType());
        return new BufferedImage(tagged, image.getRaster(), model.isAlphaPremultiplied(), null);
    }

    private static BufferedImage resolved(BufferedImage image) {
        BufferedImage direct = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_4BYTE_ABGR);
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++) direct.setRGB(x, y, image.getRGB(x, y));
        return direct;
    }
}
