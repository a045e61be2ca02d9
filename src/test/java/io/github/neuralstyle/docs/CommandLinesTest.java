package io.github.neuralstyle.docs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.cli.Cli;
import io.github.neuralstyle.cli.Main;
import io.github.neuralstyle.engine.worker.TestHome;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TensorFlowProcess;
import io.github.neuralstyle.model.weights.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command lines of all pages: each is parsed, and all but the slow ones run, on small images and with fewer steps. */
class CommandLinesTest {

    private static final Path MODELS = Page.FOLDER.resolve("models.md");

    /** What takes minutes, or downloads. */
    private static final List<String> NOT_RUN = List.of("benchmark", "model install");

    private static final Map<String, String> SMALL = Map.of("--size", "64", "--steps", "1", "--last-steps", "1");
    private static final Map<String, Map<String, String>> LESS = Map.of(
            "train",
            Map.of("--epochs", "1", "--batch", "8"),
            "transfer",
            SMALL,
            "batch",
            SMALL,
            "sheet",
            SMALL,
            "augment",
            Map.of("--steps", "1"),
            "explain",
            Map.of("--size", "64", "--steps", "1"));
    private static final Set<String> FOLDERS =
            Set.of("--images", "--input", "--output", "--pictures", "--source", "--styles", "--labels");

    @TempDir
    private Path folder;

    private TestHome home;

    /** While the home is still the one where its natives lie. */
    @BeforeAll
    static void loadTensorFlow() {
        TensorFlowProcess.start();
    }

    @BeforeEach
    void moveHome() {
        home = new TestHome(folder.resolve("home"));
    }

    @AfterEach
    void moveBack() {
        home.close();
    }

    static Stream<Page> pages() {
        return Page.all().stream()
                .filter(page ->
                        !page.commands().isEmpty() || !page.inlineCommands().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandLineIsParsed(Page page) {
        Stream.concat(page.commands().stream(), page.inlineCommands().stream())
                .forEach(command -> assertDoesNotThrow(
                        () -> Main.commandLine().parseArgs(Page.words(command).toArray(String[]::new)), command));
    }

    static Stream<Page> pagesToRun() {
        return Page.all().stream().filter(page -> page.commands().stream().anyMatch(CommandLinesTest::runs));
    }

    @ParameterizedTest
    @MethodSource("pagesToRun")
    void everyCommandLineWorksInTheOrderOfThePage(Page page) throws Exception {
        for (String name : List.of(
                "photo.jpg",
                "painting.jpg",
                "photos/a.jpg",
                "photos/b.jpg",
                "slides/a.png",
                "cells.png",
                "texture.png")) image(name, 96);
        for (String name : List.of(
                "bridge.jpg", "starry.jpg", "scream.jpg", "picture.png", "noisy.png", "framed.png", "blurred.png"))
            image(name, 64);
        for (String name : List.of("labels.png", "guide.png", "hole.png")) {
            byte[] values = new byte[96 * 96];
            for (int i = 0; i < values.length; i++) values[i] = (byte) (i % 96 / 20 == 2 && i / 96 / 20 == 2 ? 1 : 0);
            ImageFiles.writeSamples(ArrayImgs.unsignedBytes(values, 96, 96), folder.resolve(name));
        }
        for (int i = 0; i < 10; i++)
            for (String type : List.of("control", "treated")) image("my-micrographs/" + type + "/" + i + ".png", 64);
        Files.copy(Fixtures.file("keras-2016.h5"), folder.resolve("vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5"));
        for (String block : page.blocks(""))
            if (block.startsWith("content,style,")) {
                Files.writeString(folder.resolve("list.csv"), block);
                image("富春 山居.png", 64);
            }
        for (String command : page.commands()) if (runs(command)) run(command);
    }

    private void image(String name, int side) throws Exception {
        Path file = folder.resolve(name);
        Cli.image(file.getParent(), file.getFileName().toString(), side, side);
    }

    private static boolean runs(String command) {
        return NOT_RUN.stream().noneMatch(name -> command.startsWith(Page.PROGRAM + name));
    }

    private void run(String command) {
        List<String> words = Page.words(command);
        for (int i = 1; i < words.size(); i++) words.set(i, inFolder(words.get(i - 1), words.get(i)));
        LESS.getOrDefault(words.get(0), Map.of()).forEach((option, value) -> {
            if (!words.contains(option)) words.addAll(List.of(option, value));
            words.set(words.indexOf(option) + 1, value);
        });
        Cli cli = Cli.run(words.toArray());
        assertEquals(0, cli.code(), command + ": " + cli.err());
        for (String option : List.of("--output", "--log", "--plot"))
            if (words.contains(option))
                assertTrue(Files.exists(Path.of(words.get(words.indexOf(option) + 1))), command);
    }

    private String inFolder(String option, String word) {
        if (option.equals("--model") && word.equals("vgg19")) return "vgg19-2"; // a narrow one, so that it is small
        boolean ours = FOLDERS.contains(option)
                || word.matches("[^-].*\\.(png|jpg|tif|csv|h5|state)")
                || option.equals("--model") && Files.exists(folder.resolve(word));
        return ours && !word.startsWith("test-images/") ? folder + "/" + word : word;
    }

    @Test
    void theCommandLinesOfModelsMakeANetworkWithACardAndPicturesOfItsOwn() throws Exception {
        everyCommandLineWorksInTheOrderOfThePage(Page.of(MODELS));
        assertTrue(FeatureModel.load(folder.resolve("my-network")).layers().contains("block5_conv1"));
        String card = Files.readString(folder.resolve("my-network/MODEL_CARD.md"));
        assertTrue(card.contains("my-micrographs: 20 images of 2 classes"), card);
        assertNotEquals(-1, Files.mismatch(folder.resolve("with-mine.png"), folder.resolve("with-the-embedded.png")));
    }
}
