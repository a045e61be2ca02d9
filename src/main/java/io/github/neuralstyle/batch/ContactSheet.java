package io.github.neuralstyle.batch;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.plot.Figure;
import io.github.neuralstyle.util.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.imglib2.img.Img;

/** A picture to look through: of each image a row, itself and its variants, with the borders of its labels. */
final class ContactSheet {

    private static final int ROWS = 12, VARIANTS = 7, SIDE = 160;

    private static final float[] BORDER = {255, 220, 0};

    private ContactSheet() {}

    /** The first images and variants, as far as they are there. */
    static Figure of(List<BatchItem> items) throws IOException {
        Map<Path, List<BatchItem>> byImage = new LinkedHashMap<>();
        items.stream()
                .sorted(Comparator.comparing(BatchItem::output))
                .filter(item -> Files.isRegularFile(item.output()))
                .forEach(item -> byImage.computeIfAbsent(item.content(), image -> new ArrayList<>())
                        .add(item));
        List<Figure.Row> rows = new ArrayList<>();
        for (Map.Entry<Path, List<BatchItem>> image :
                byImage.entrySet().stream().limit(ROWS).toList()) {
            List<Figure.Panel> panels = new ArrayList<>();
            panels.add(new Figure.Panel(
                    "image", picture(image.getKey(), image.getValue().get(0))));
            for (BatchItem item : image.getValue().stream().limit(VARIANTS).toList())
                panels.add(new Figure.Panel(
                        Range.text(item.settings().strength()) + " "
                                + item.styles().get(0).getFileName(),
                        picture(item.output(), item)));
            rows.add(new Figure.Row(image.getKey().getFileName().toString(), panels));
        }
        return new Figure(rows);
    }

    private static Pixels picture(Path file, BatchItem item) throws IOException {
        Img<?> samples = ImageFiles.readSamples(file);
        Pixels image = ImageFiles.readPixels(file);
        int[] labels = LabelFiles.read(item.variant().labels(), item.content(), samples);
        float[] values = image.values().clone();
        for (int i = 0; i < labels.length - image.width() - 1; i++)
            if ((i + 1) % image.width() > 0 && (labels[i] != labels[i + 1] || labels[i] != labels[i + image.width()]))
                System.arraycopy(BORDER, 0, values, 3 * i, 3);
        Size size = Pyramid.shrunk(image.width(), image.height(), SIDE);
        return Resampling.resize(new Pixels(image.width(), image.height(), values), size.width(), size.height());
    }
}
