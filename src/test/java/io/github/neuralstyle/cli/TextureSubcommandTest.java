package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.ImageFiles;
import java.nio.file.Path;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextureSubcommandTest {

    @TempDir
    private Path folder;

    @Test
    void aTextureOfSixteenBitsAndAPatchwork() throws Exception {
        Path grey = folder.resolve("grey.tif"), output = folder.resolve("out.tif");
        short[] values = new short[40 * 40];
        for (int i = 0; i < values.length; i++) values[i] = (short) (1000 + i * 7 % 400);
        ImageFiles.writeSamples(ArrayImgs.unsignedShorts(values, 40, 40), grey);
        Cli cli = Cli.run("texture", "--style", grey, "--size", "50x30", "--tileable", "--seed", 3, "--output", output);
        assertEquals(0, cli.code(), cli.err());
        assertTrue(cli.out().startsWith(output + ": 50x30 pixels in "), cli.out());
        Img<?> texture = ImageFiles.readSamples(output);
        assertTrue(texture.getType() instanceof UnsignedShortType);
        Cli two = Cli.run(
                "texture",
                "--style",
                grey,
                "--style",
                grey,
                "--style-weights",
                "2,1",
                "--size",
                "32x32",
                "--output",
                output);
        assertEquals(0, two.code(), two.err());
    }

    @Test
    void wrongUsageIsNamed() throws Exception {
        Path image = Cli.image(folder, "a.png", 40, 40), output = folder.resolve("out.png");
        Object[][] wrong = {
            {"--size", "0x40", "size is 0x40"},
            {"--guide", image, "belong together"},
            {"--fill", image, "--size", "40x40", "leave out --size"},
            {"--fill", image, "--style", image, "one --style"},
            {"--style-weights", "1,2", "one for each style"},
            {"--style-weights", "-1", "from 0"},
        };
        for (Object[] words : wrong) {
            Object[] args = new Object[words.length + 4];
            System.arraycopy(new Object[] {"texture", "--style", image, "--output", output}, 0, args, 0, 5);
            System.arraycopy(words, 0, args, 5, words.length - 1);
            Cli.run(args).assertFails(2, (String) words[words.length - 1]);
        }
        Cli.run("texture", "--style", image, "--output", image).assertFails(1, "a.png");
    }
}
