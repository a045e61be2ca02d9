package io.github.neuralstyle.model.train;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.util.Folders;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Images sorted into one folder per class, held in memory as squares.
 *
 * @param side width and height in pixels of every image
 * @param classes the names of the folders that hold images, sorted
 * @param pixels each (side, side, 3), RGB
 * @param labels each image's index into {@code classes}
 */
public record ImageFolders(int side, List<String> classes, List<byte[]> pixels, int[] labels) {

    private record Labelled(Path file, int label) {}

    /**
     * Reads a folder, or a zip file, that has a subfolder of images for each class. Every image is scaled until its
     * shorter side is {@code side} pixels and its centre square is taken; files that are no images are left out. Those of
     * more than 8 bits per sample are mapped to 0..255 as by {@link ImageFiles#read}.
     *
     * @throws IOException if it cannot be read or holds fewer than two classes
     */
    public static ImageFolders read(Path folderOrZip, int side) throws IOException {
        return read(folderOrZip, root -> readFolder(root, folderOrZip, side));
    }

    /**
     * Reads images of a folder or zip file and all its subfolders as one class, in the same manner.
     *
     * @param max if there are more files, this many of them, evenly spaced, are read
     * @throws IOException if it cannot be read or holds no image
     */
    public static ImageFolders readUnsorted(Path folderOrZip, int side, int max) throws IOException {
        return read(folderOrZip, root -> {
            List<Path> files;
            try (Stream<Path> all = Files.walk(root)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            int count = Math.min(max, files.size());
            List<byte[]> pixels = IntStream.range(0, count)
                    .mapToObj(i -> files.get((int) ((long) i * files.size() / count)))
                    .parallel()
                    .map(file -> square(file, side))
                    .filter(Objects::nonNull)
                    .toList();
            if (pixels.isEmpty())
                throw new IOException(
                        "Cannot read images from " + folderOrZip + ": there is none in it that can be read.");
            return new ImageFolders(side, List.of("all"), pixels, new int[pixels.size()]);
        });
    }

    @FunctionalInterface
    private interface Reading {
        ImageFolders of(Path root) throws IOException;
    }

    private static ImageFolders read(Path folderOrZip, Reading reading) throws IOException {
        if (Files.isDirectory(folderOrZip)) return reading.of(folderOrZip);
        if (!Files.isRegularFile(folderOrZip))
            throw new IOException("Cannot read images from " + folderOrZip + ": "
                    + Folders.absence(folderOrZip, "folder or zip file") + ".");
        try (FileSystem zip = FileSystems.newFileSystem(folderOrZip)) {
            return reading.of(zip.getRootDirectories().iterator().next());
        }
    }

    private static ImageFolders readFolder(Path root, Path shown, int side) throws IOException {
        List<String> classes = new ArrayList<>();
        List<Labelled> files = new ArrayList<>();
        for (Path folder : sorted(root, Files::isDirectory)) {
            List<Path> images = sorted(folder, Files::isRegularFile);
            if (images.isEmpty()) continue;
            images.forEach(file -> files.add(new Labelled(file, classes.size())));
            classes.add(folder.getFileName().toString().replace("/", ""));
        }
        List<byte[]> pixels =
                files.parallelStream().map(file -> square(file.file, side)).toList();
        int[] kept = IntStream.range(0, files.size())
                .filter(i -> pixels.get(i) != null)
                .toArray();
        int[] labels = IntStream.of(kept).map(i -> files.get(i).label).toArray();
        long found = IntStream.of(labels).distinct().count();
        if (found < 2)
            throw new IOException("Cannot train on " + shown + ": it holds " + found
                    + " folders with images, and a classifier needs at least 2, one for each class.");
        return new ImageFolders(
                side, classes, pixels.stream().filter(Objects::nonNull).toList(), labels);
    }

    private static List<Path> sorted(Path folder, java.util.function.Predicate<Path> wanted) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        }
    }

    /** Java draws no more than the upper 8 bits. */
    private static BufferedImage read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            BufferedImage image = ImageIO.read(in);
            return image != null && image.getSampleModel().getSampleSize(0) > 8 ? ImageFiles.readDrawable(file) : image;
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }

    private static byte[] square(Path file, int side) {
        BufferedImage image = read(file);
        if (image == null) return null;
        double scale = (double) side / Math.min(image.getWidth(), image.getHeight());
        int w = (int) Math.round(image.getWidth() * scale), h = (int) Math.round(image.getHeight() * scale);
        BufferedImage square = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = square.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(image, (side - w) / 2, (side - h) / 2, w, h, null);
        g.dispose();
        byte[] rgb = new byte[3 * side * side];
        square.getRaster().getDataElements(0, 0, side, side, rgb);
        return rgb;
    }

    /** How many images there are. */
    public int size() {
        return labels.length;
    }
}
