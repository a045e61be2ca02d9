package io.github.neuralstyle.image.io;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import org.w3c.dom.Element;

/** The screen of a GIF file, on which a frame may cover a part only. */
final class GifCanvas {

    private GifCanvas() {}

    /** The first frame at its place on the screen, transparent where it is not. */
    static BufferedImage of(ImageReader reader, BufferedImage frame) throws IOException {
        Element screen = element(reader.getStreamMetadata(), "LogicalScreenDescriptor");
        Element place = element(reader.getImageMetadata(0), "ImageDescriptor");
        int width = number(screen, "logicalScreenWidth"), height = number(screen, "logicalScreenHeight");
        int left = number(place, "imageLeftPosition"), top = number(place, "imageTopPosition");
        boolean covers = left == 0 && top == 0 && frame.getWidth() >= width && frame.getHeight() >= height;
        if (covers || width <= left || height <= top) return frame;
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < Math.min(frame.getHeight(), height - top); y++)
            for (int x = 0; x < Math.min(frame.getWidth(), width - left); x++)
                canvas.setRGB(left + x, top + y, frame.getRGB(x, y));
        return canvas;
    }

    private static Element element(IIOMetadata metadata, String name) {
        Element root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        return (Element) root.getElementsByTagName(name).item(0);
    }

    private static int number(Element element, String attribute) {
        return element == null ? 0 : Integer.parseInt(element.getAttribute(attribute));
    }
}
