package io.github.neuralstyle.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.batch.Manifest;
import io.github.neuralstyle.cli.Main;
import io.github.neuralstyle.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.imglib2.img.array.ArrayImgs;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the command line on this machine: the same files to the bit. */
class SparkManifestTest {

    private static final int SIDE = 64;

    @TempDir
    Path folder;

    private Path set, moved, alone, plan, output;

    @BeforeEach
    void trainingSet() throws IOException {
        set = folder.resolve("set");
        moved = folder.resolve("moved");
        alone = folder.resolve("alone");
        plan = folder.resolve("plan");
        output = folder.resolve("output");
        Random random = new Random(1);
        for (String part : List.of("images", "masks", "styles")) {
            Files.createDirectories(set.resolve(part));
            for (int i = 0; i < 3; i++) {
                short[] pixels = new short[SIDE * SIDE];
                boolean labels = part.equals("masks");
                for (int k = 0; k < pixels.length; k++) {
                    boolean inside = k % SIDE / 16 % 2 == 1 && k / SIDE / 16 % 2 == 1;
                    pixels[k] = (short) (labels ? inside ? 1 : 0 : random.nextInt(500) + (inside ? 2000 : 900));
                }
                ImageFiles.writeSamples(
                        ArrayImgs.unsignedShorts(pixels, SIDE, SIDE),
                        set.resolve(part).resolve(i + ".tif"));
            }
        }
    }

    private void augment(Path output, int variants, String... more) {
        List<String> words = new ArrayList<>(List.of("augment", "--images", "" + set.resolve("images")));
        words.addAll(List.of("--styles", "" + set.resolve("styles"), "--output", "" + output, "--seed", "1"));
        words.addAll(
                List.of("--variants", "" + variants, "--steps", "1", "--finish", "off", "--losses", "content,gram"));
        words.addAll(Arrays.asList(more));
        assertEquals(0, Main.commandLine().execute(words.toArray(String[]::new)));
    }

    private List<Map<String, String>> cluster(String master, Callable<Void> meanwhile) throws Exception {
        SparkConf conf = new SparkConf()
                .setMaster(master)
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.executor.memory", "1g")
                .set("spark.executor.extraClassPath", System.getProperty("java.class.path"));
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            CompletableFuture<List<Map<String, String>>> job = CompletableFuture.supplyAsync(() -> {
                try {
                    return SparkManifest.run(
                            spark,
                            plan.resolve(Manifest.FILE).toString(),
                            uri(output),
                            List.of(set + "=" + uri(moved)));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            if (meanwhile != null) meanwhile.call();
            return job.get();
        }
    }

    private static String uri(Path folder) {
        return "file://" + folder;
    }

    private static List<String> statuses(List<Map<String, String>> rows) {
        return rows.stream().map(row -> row.get(Manifest.STATUS)).toList();
    }

    private void assertSameFiles(int pictures) throws IOException {
        for (String part : List.of("images", "labels"))
            try (Stream<Path> files = Files.list(alone.resolve(part))) {
                List<Path> all = files.toList();
                assertEquals(pictures, all.size());
                for (Path file : all)
                    assertEquals(
                            -1,
                            Files.mismatch(file, output.resolve(part).resolve(file.getFileName())),
                            file.toString());
            }
    }

    @Test
    void threeTasksMakeWhatOneMachineMakesAndNothingTwice() throws Exception {
        augment(alone, 2);
        augment(plan, 2, "--plan");
        assertEquals(List.of(Path.of(Manifest.FILE)), list(plan), "a plan makes nothing");
        Files.move(set, moved);
        List<Map<String, String>> made = cluster("local[3]", null);
        assertEquals(List.of("done", "done", "done", "done", "done", "done"), statuses(made));
        assertSameFiles(6);
        List<Map<String, String>> known = Manifest.of(alone).rows(),
                stored = Manifest.of(output).rows();
        for (int i = 0; i < known.size(); i++)
            for (Map.Entry<String, String> cell : known.get(i).entrySet())
                if (!List.of("content", "style", "labels", "seconds").contains(cell.getKey()))
                    assertEquals(cell.getValue(), stored.get(i).get(cell.getKey()), cell.getKey());
        assertTrue(
                stored.get(0).get(Manifest.CONTENT).startsWith(uri(moved) + "/images/"),
                stored.get(0).toString());

        Files.delete(output.resolve("labels/1-v1.tif"));
        Files.writeString(moved.resolve("images/2.tif"), "damaged");
        made = cluster("local[3]", null);
        Map<String, Long> counts =
                statuses(made).stream().collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        assertEquals(Map.of("skipped", 3L, "done", 1L, "failed", 2L), counts);
        assertTrue(
                made.stream().anyMatch(row -> row.get(Manifest.MESSAGE).contains(uri(moved) + "/images/2.tif")),
                made.toString());
    }

    @Test
    void theWorkOfAKilledExecutorIsDoneByOthers() throws Exception {
        augment(alone, 8);
        augment(plan, 8, "--plan");
        Files.move(set, moved);
        List<Map<String, String>> made = cluster("local-cluster[3,1,1024]", this::killOne);
        assertEquals(24, made.size());
        assertFalse(statuses(made).contains("failed"), made.toString());
        assertSameFiles(24);
    }

    /** As soon as the first picture is stored. */
    private Void killOne() throws InterruptedException, IOException {
        while (!Files.isDirectory(output.resolve("rows"))) Thread.sleep(50);
        Optional<ProcessHandle> executor = ProcessHandle.current()
                .children()
                .filter(each -> each.info().command().orElse("").endsWith("java"))
                .findFirst();
        assertTrue(executor.orElseThrow().destroyForcibly());
        return null;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).toList();
        }
    }

    @Test
    void wrongManifestsAreRefused() throws Exception {
        Files.createDirectories(plan);
        Exception absent = assertThrows(Exception.class, () -> cluster("local[1]", null));
        assertTrue(absent.getMessage().contains("there is no such file"), absent.getMessage());
    }
}
