package io.github.neuralstyle.batch;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Region;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StackOptions;
import io.github.neuralstyle.StackTransfer;
import io.github.neuralstyle.Style;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.batch.Outcome.Status;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.Hyperstack;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.io.DecodedImage;
import io.github.neuralstyle.image.io.ImageNotes;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.OutputFile;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import net.imglib2.img.Img;

/** The work on one variant of a training set: an image in another look, of the same type and size, beside its labels. */
final class VariantPicture extends BatchPicture {

    private static final StackOptions
            COLOR =
                    StackOptions.builder()
                            .set(Options.CHANNELS, StackOptions.Channels.COLOR)
                            .build(),
            GREY = StackOptions.defaults();

    VariantPicture(BatchItem item, StylePainters painters, int jobs, InputChecksums checksums) {
        super(item, painters, jobs, checksums);
    }

    @Override
    Outcome transfer(ProgressListener<TransferState> progress) throws IOException {
        BatchItem.Variant variant = item.variant();
        DecodedImage<Img<?>> read = LabelFiles.onePage(item.content());
        Img<?> image = read.image();
        int[] labels = LabelFiles.read(variant.labels(), item.content(), image);
        boolean color = image.numDimensions() > 2;
        StackOptions options = color ? COLOR : GREY;
        Hyperstack stack =
                new Hyperstack(image, color ? List.of(Axis.X, Axis.Y, Axis.CHANNEL) : List.of(Axis.X, Axis.Y));
        Settings limited = StackTransfer.limited(stack, item.settings(), options);
        Painter painter = painters.of(item, limited);
        String checksum = checksums.of(item);
        StyleTransfer.checkMemory(stack.width(), stack.height(), limited, jobs);
        StackTransfer.Result result = StackTransfer.run(
                stack, List.of(Region.whole(List.of(new Style(image)))), region -> painter::paint, options, state -> {
                    losses = state.step().losses();
                    return progress.update(state.step());
                });
        if (result.stopped()) return Outcome.none(item, Status.STOPPED, seconds(), "");
        Map<String, Double> measures = painters.measures(item).of(item, image, result.image(), labels);
        boolean dropped = measures.get(VariantMeasures.EDGES_KEPT) < variant.drop();
        if (dropped) remove();
        else write(result.image(), new ImageNotes(read.pixelSize(), ""));
        return new Outcome(
                item,
                dropped ? Status.DROPPED : Status.DONE,
                checksum,
                losses,
                result.steps(),
                stack.width(),
                stack.height(),
                seconds(),
                "",
                measures);
    }

    /** The labels first: an image without labels would be a wrong one. */
    private void write(Img<?> image, ImageNotes notes) throws IOException {
        Path labels = item.variant().output();
        Files.createDirectories(labels.toAbsolutePath().getParent());
        OutputFile.write(
                labels, file -> Files.copy(item.variant().labels(), file, StandardCopyOption.REPLACE_EXISTING));
        ImageFiles.writeSamples(image, item.output(), notes);
    }

    private void remove() throws IOException {
        Files.deleteIfExists(item.output());
        Files.deleteIfExists(item.variant().output());
    }
}
