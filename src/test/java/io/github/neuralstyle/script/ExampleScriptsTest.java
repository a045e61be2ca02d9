package io.github.neuralstyle.script;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

/** The templates for Fiji's Script Editor and the example in Java run, each in its language. */
class ExampleScriptsTest {

    private static final Path RESOURCES = Path.of("plugins-resources"),
            TEMPLATES = RESOURCES.resolve("script_templates").resolve("Neural_Style");

    private Context context;
    private ScriptService scripts;

    /** With the languages that a Fiji brings as SciJava plugins, here from their engines. */
    @BeforeEach
    void start() {
        context = new Context();
        scripts = context.service(ScriptService.class);
        for (String engine : new String[] {"groovy", "python", "nashorn"}) {
            AdaptedScriptLanguage language = new AdaptedScriptLanguage(engine);
            context.inject(language);
            scripts.getIndex().add(language, true);
        }
    }

    @AfterEach
    void stop() {
        context.dispose();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Style_Transfer.groovy", "Style_Transfer.py", "Style_Transfer.js"})
    void makesAPicture(String name) throws Exception {
        File script = TEMPLATES.resolve(name).toFile();
        ScriptModule done = scripts.run(
                        script, true, "image", waves(90, 60, 1), "styleimage", waves(70, 70, 2), "size", 64)
                .get();
        assertArrayEquals(new long[] {64, 43, 3}, ((Img<?>) done.getOutput("output")).dimensionsAsLongArray());
    }

    @Test
    void javaMakesAPicture(@TempDir Path folder) throws Exception {
        Path content = folder.resolve("content.png"),
                style = folder.resolve("style.png"),
                result = folder.resolve("result.png");
        ImageFiles.write(waves(90, 60, 1), content);
        ImageFiles.write(waves(70, 70, 2), style);
        String java = ProcessHandle.current().info().command().orElse("java");
        Process process = new ProcessBuilder(List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        RESOURCES
                                .resolve("scripts")
                                .resolve("StyleTransferExample.java")
                                .toString(),
                        content.toString(),
                        style.toString(),
                        result.toString()))
                .inheritIO()
                .start();
        assertEquals(0, process.waitFor());
        assertArrayEquals(new long[] {128, 85, 3}, ImageFiles.read(result).dimensionsAsLongArray());
    }

    @Test
    void examplesAreInNoMenu() {
        assertEquals(
                List.of(),
                List.copyOf(scripts.getScripts()),
                "scripts in the folder scripts/ of a jar become commands");
    }

    private static Img<FloatType> waves(int width, int height, long seed) {
        Pixels pixels = TestPictures.waves(width, height, seed);
        return Images.fromPixels(pixels.values(), width, height);
    }
}
