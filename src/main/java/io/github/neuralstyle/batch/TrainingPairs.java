package io.github.neuralstyle.batch;

import io.github.neuralstyle.util.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The images of a training set with their label images, found by the names that StarDist ({@code images/a.tif} with
 * {@code masks/a.tif}), Cellpose ({@code a_img.png} with {@code a_masks.png} or {@code a_cp_masks.png}) and Fiji
 * ({@code a-lbl.tif}, {@code a_labels.tif}) give them.
 */
final class TrainingPairs {

    /** An image and its labels. */
    record Pair(Path image, Path labels) {}

    /** Folders of labels beside one of images. */
    private static final List<String> FOLDERS = List.of("masks", "labels", "mask", "label");

    private static final Pattern LABELS = Pattern.compile("(.+?)[-_ ](?:cp_masks?|masks?|labels?|lbl|lbls)"),
            IMAGE = Pattern.compile("(.+?)[-_ ](?:img|image)");

    private final List<Pair> pairs = new ArrayList<>();
    private final Consumer<String> notes;

    private TrainingPairs(Consumer<String> notes) {
        this.notes = notes;
    }

    /**
     * Finds the pairs, sorted.
     *
     * @param images a folder of images, or of a folder {@code images}
     * @param labels a folder; null to look for {@code masks} or {@code labels} beside the images, or for labels among them
     * @param notes receives a sentence for each image without labels, and each label image without an image
     * @throws IOException if there is no pair
     */
    static List<Pair> find(Path images, Path labels, Consumer<String> notes) throws IOException {
        if (!Files.isDirectory(images))
            throw new IOException("Cannot find images in " + images + ": " + Folders.absence(images, "folder") + ".");
        if (labels != null && !Files.isDirectory(labels))
            throw new IOException("Cannot find labels in " + labels + ": " + Folders.absence(labels, "folder") + ".");
        Path inner = images.resolve("images"), from = Files.isDirectory(inner) ? inner : images;
        Path to = labels != null ? labels : besides(from);
        TrainingPairs found = new TrainingPairs(notes);
        found.match(ImageFinder.in(from, notes), to == null || to.equals(from) ? null : ImageFinder.in(to, notes));
        if (found.pairs.isEmpty())
            throw new IOException("No image of " + from + " has labels in " + (to == null ? from : to)
                    + "; labels are named as their image, or with _masks, _label, _labels or -lbl after its name.");
        return found.pairs;
    }

    /** The folder of labels beside one of images; null if there is none. */
    private static Path besides(Path images) {
        Path parent = images.toAbsolutePath().normalize().getParent();
        return Stream.of(images, parent)
                .filter(folder ->
                        folder != null && (folder == images || name(images).startsWith("image")))
                .flatMap(folder -> FOLDERS.stream().map(folder::resolve))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
    }

    /** @param labels null if they are among the images */
    private void match(List<Path> images, List<Path> labels) {
        List<Path> candidates = labels == null
                ? images.stream().filter(file -> stem(file, LABELS) != null).toList()
                : labels;
        Set<Path> used = new HashSet<>();
        for (Path image : images) {
            if (labels == null && candidates.contains(image)) continue;
            List<Path> same = candidates.stream()
                    .filter(file -> labels != null && base(file).equals(base(image)))
                    .toList();
            List<Path> matching = same.isEmpty()
                    ? candidates.stream().filter(file -> belongs(file, image)).toList()
                    : same;
            if (matching.size() == 1) pairs.add(new Pair(image, matching.get(0)));
            else if (matching.isEmpty()) notes.accept(image + " has no labels and is left out.");
            else
                notes.accept(image + " is left out: " + matching.size() + " files may be its labels, "
                        + matching.get(0).getFileName() + " and "
                        + matching.get(1).getFileName() + "; keep one.");
            used.addAll(matching);
        }
        candidates.stream()
                .filter(file -> !used.contains(file))
                .forEach(file -> notes.accept(file + " are labels without an image and are left out."));
    }

    private static boolean belongs(Path labels, Path image) {
        String stem = stem(labels, LABELS), own = stem(image, IMAGE);
        return stem != null && (stem.equals(base(image)) || stem.equals(own))
                || base(labels).equals(own);
    }

    /** The name without a suffix; null if it has none. */
    private static String stem(Path file, Pattern suffixed) {
        Matcher matcher = suffixed.matcher(base(file));
        return matcher.matches() ? matcher.group(1) : null;
    }

    private static String base(Path file) {
        return name(file).replaceFirst("(\\.ome)?\\.[^.]*$", "");
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
