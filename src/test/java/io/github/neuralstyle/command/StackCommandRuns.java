package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.image.Hyperstack;
import io.github.neuralstyle.image.IntensityMapping;
import io.github.neuralstyle.model.TestModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Runs of the command on stacks, with a small network. */
abstract class StackCommandRuns {

    static final List<Axis> XY = List.of(Axis.X, Axis.Y),
            XYC = List.of(Axis.X, Axis.Y, Axis.CHANNEL),
            XYZ = List.of(Axis.X, Axis.Y, Axis.Z);

    @TempDir
    static Path model;

    static Context context;

    @BeforeAll
    static void start() {
        TestModels.tiny(model);
        context = new Context();
    }

    @AfterAll
    static void stop() {
        context.dispose();
    }

    /** What the info must tell: the map can be read back from it. */
    static String image(String type, long[] sizes, List<Axis> axes) {
        IntensityMapping map = IntensityMapping.of(
                new Hyperstack(noise(type, sizes), axes), IntensityMapping.Choice.MINMAX, false, 0.35);
        assertEquals(map, IntensityMapping.parse(map.toString()));
        return "range map = " + map;
    }

    static CommandModule run(Img<?> image, Map<String, Object> inputs) throws Exception {
        Map<String, Object> all = new HashMap<>(Map.of(
                "image",
                image,
                "styleimage",
                noise("argb", 50, 40),
                "size",
                64,
                "steps",
                2,
                "losses",
                "content,gram,tv",
                "model",
                model.toString()));
        all.putAll(inputs);
        return context.service(CommandService.class)
                .run(StyleTransferCommand.class, true, all)
                .get();
    }

    static String info(CommandModule done) {
        return ((DescribedImg<?>) done.getOutput("output")).metadata().info();
    }

    static DescribedImg<?> known(Img<?> image, List<Axis> axes, RandomAccessibleInterval<?> selection) {
        return DescribedImg.of(
                image, new DescribedImg.Metadata("cell", axes, false, new long[axes.size()], selection, null));
    }

    /** Seeded by its sizes. */
    static Img<?> noise(String type, long... sizes) {
        Img<?> image =
                switch (type) {
                    case "uint8" -> ArrayImgs.unsignedBytes(sizes);
                    case "uint16" -> ArrayImgs.unsignedShorts(sizes);
                    case "argb" -> ArrayImgs.argbs(sizes);
                    default -> ArrayImgs.floats(sizes);
                };
        Random random = new Random(Arrays.hashCode(sizes));
        for (Object value : image)
            if (value instanceof ARGBType color) color.set(0xff000000 | random.nextInt(1 << 24));
            else
                ((RealType<?>) value).setReal(type.equals("uint16") ? 300 + random.nextInt(3000) : random.nextInt(200));
        return image;
    }

    static List<String> texts(RandomAccessibleInterval<?> image) {
        List<String> texts = new ArrayList<>();
        Views.flatIterable(image).forEach(value -> texts.add(value.toString()));
        return texts;
    }
}
