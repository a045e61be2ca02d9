package io.github.neuralstyle.imagej.imagej1;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ImageProcessor;
import ij.process.LUT;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import java.awt.HeadlessException;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.integer.IntType;

/** What is open and selected in ImageJ 1, also where it is a part of Fiji. Without a display, in its macros. */
public final class OpenImages {

    /**
     * The ROI Manager's list as a label image.
     *
     * @param image (X,Y): 0 outside of all ROIs, else the position of a ROI in the list, from 1; later ones lie over earlier ones
     * @param names of the ROIs
     */
    public record Labels(RandomAccessibleInterval<IntType> image, List<String> names) {}

    /** How the channels of an image are shown: in which colours and ranges. */
    public static final class ChannelColors {

        private final LUT[] luts;
        private final int bits, mode;
        private final boolean apply;

        public ChannelColors(ImagePlus image) {
            luts = image.getLuts();
            bits = image.getBitDepth();
            apply = bits != 24 && !Appearance.isUneven(image);
            mode = image instanceof CompositeImage composite ? composite.getMode() : 0;
        }

        /** Shows another image the same way if it has as many channels of the same bit depth and is not a colour image. */
        public void apply(ImagePlus image) {
            if (image.getBitDepth() != bits || !apply || luts.length != image.getNChannels()) return;
            if (image instanceof CompositeImage composite) {
                composite.setLuts(luts);
                composite.setMode(mode);
            } else image.setLut(luts[0]);
        }
    }

    private static final String ID = "id=";

    private OpenImages() {}

    /** The titles of all that are open. */
    public static List<String> titles() {
        return Arrays.asList(WindowManager.getImageTitles());
    }

    /** Null if none is. */
    public static ImagePlus active() {
        return WindowManager.getCurrentImage();
    }

    /** All that are open. */
    public static List<ImagePlus> all() {
        int[] ids = WindowManager.getIDList();
        return ids == null
                ? List.of()
                : Arrays.stream(ids)
                        .mapToObj(WindowManager::getImage)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** All of a title. */
    public static List<ImagePlus> all(String title) {
        return all().stream().filter(image -> title.equals(image.getTitle())).toList();
    }

    /** As "id=-3". */
    static String id(ImagePlus image) {
        return ID + image.getID();
    }

    /** The image of a text that begins like {@link #id}, before a blank; null if it is none of an open image. */
    static ImagePlus ofId(String text) {
        Matcher id = Pattern.compile(ID + "(-\\d{1,9})( .*)?").matcher(text);
        return id.matches() ? WindowManager.getImage(Integer.parseInt(id.group(1))) : null;
    }

    /** The title, or the id of one whose title others have, too. */
    public static String name(ImagePlus image) {
        return all(image.getTitle()).size() > 1 ? id(image) : image.getTitle();
    }

    /** What the image of a title shows; null if none is open. */
    public static DescribedImg<?> find(String title) {
        ImagePlus named = WindowManager.getImage(title), image = named == null ? ofId(title) : named;
        return image == null ? null : Appearance.shown(image);
    }

    /** What is selected, (X,Y): nothing inside lines and points; null if there is no selection. */
    public static RandomAccessibleInterval<NativeBoolType> selection(ImagePlus image) {
        Roi roi = image.getRoi();
        if (roi == null) return null;
        boolean[] inside = new boolean[image.getWidth() * image.getHeight()];
        for (int pixel : pixels(roi, image.getWidth(), image.getHeight())) inside[pixel] = true;
        return ArrayImgs.booleans(inside, image.getWidth(), image.getHeight());
    }

    /** Where along an axis the shown plane is, from 0; 0 along axes that ImageJ 1 does not have. */
    public static long position(ImagePlus image, Axis axis) {
        int[] position = image.convertIndexToPosition(image.getCurrentSlice());
        return switch (axis) {
            case CHANNEL -> position[0] - 1;
            case Z -> position[1] - 1;
            case TIME -> position[2] - 1;
            default -> 0;
        };
    }

    /** Opens a window. @param colors null for none */
    public static void show(ImagePlus image, ChannelColors colors, String info) {
        if (colors != null) colors.apply(image);
        image.setProperty("Info", info);
        image.show();
    }

    /** @throws IllegalArgumentException if the ROI Manager is closed or empty, or a ROI in it has no area */
    public static Labels managedRois(int width, int height) {
        RoiManager manager = manager();
        Roi[] rois = manager == null ? new Roi[0] : manager.getRoisAsArray();
        if (rois.length == 0) throw new IllegalArgumentException("The ROI Manager is empty; add the regions to it.");
        int[] labels = new int[width * height];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rois.length; i++) {
            names.add(manager.getName(i));
            if (!rois[i].isArea())
                throw new IllegalArgumentException(
                        "The ROI " + names.get(i) + " of the ROI Manager has no area; delete it there.");
            for (int pixel : pixels(rois[i], width, height)) labels[pixel] = i + 1;
        }
        return new Labels(ArrayImgs.ints(labels, width, height), names);
    }

    private static RoiManager manager() {
        try {
            return RoiManager.getInstance2();
        } catch (HeadlessException e) {
            throw new IllegalArgumentException("ImageJ 1 has no ROI Manager without a display; give a label image.", e);
        }
    }

    /** The pixels of the image inside, as y * width + x. */
    private static int[] pixels(Roi roi, int width, int height) {
        if (!roi.isArea()) return new int[0];
        Rectangle bounds = roi.getBounds(), within = bounds.intersection(new Rectangle(width, height));
        ImageProcessor mask = roi.getMask();
        int[] pixels = new int[Math.max(0, within.width) * Math.max(0, within.height)];
        int count = 0;
        for (int y = within.y; y < within.y + within.height; y++)
            for (int x = within.x; x < within.x + within.width; x++)
                if (mask == null || mask.get(x - bounds.x, y - bounds.y) != 0) pixels[count++] = y * width + x;
        return Arrays.copyOf(pixels, count);
    }
}
