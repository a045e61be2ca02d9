package io.github.neuralstyle.engine.worker;

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.command.StyleTransferCommand;
import io.github.neuralstyle.image.Pixels;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * Works in a Java with the class path of a Fiji: {@code style} runs the command Style Transfer, {@code old} computes with
 * TensorFlow 1.15; both print what came out.
 */
public final class FijiUser {

    private static final int SIDE = 64;

    private FijiUser() {}

    public static void main(String[] works) throws Exception {
        try (Context context = new Context()) {
            for (String work : works)
                System.out.println(work.equals("old") ? "old: " + old() : "style: " + style(context));
        }
    }

    private static int old() throws ReflectiveOperationException {
        return ((IntBinaryOperator)
                        Class.forName("OldTensorFlow").getConstructor().newInstance())
                .applyAsInt(2, 3);
    }

    private static String style(Context context) throws Exception {
        CommandModule done = context.service(CommandService.class)
                .run(
                        StyleTransferCommand.class,
                        true,
                        Map.of("image", picture(1), "styleimage", picture(2), "size", SIDE, "preset", "draft"))
                .get();
        return done.isCanceled()
                ? done.getCancelReason()
                : List.of(done.getOutput("stepsmade"), sum((Img<?>) done.getOutput("output")))
                        .toString();
    }

    /** (X,Y,3) of bytes. */
    private static Img<?> picture(int seed) {
        Pixels waves = TestPictures.waves(SIDE, SIDE, seed);
        byte[] bytes = new byte[waves.values().length];
        for (int i = 0; i < bytes.length; i++) bytes[i % 3 * SIDE * SIDE + i / 3] = (byte) waves.values()[i];
        return ArrayImgs.unsignedBytes(bytes, SIDE, SIDE, 3);
    }

    private static double sum(Img<?> image) {
        double sum = 0;
        for (Object value : image) sum += ((RealType<?>) value).getRealDouble();
        return sum;
    }
}
