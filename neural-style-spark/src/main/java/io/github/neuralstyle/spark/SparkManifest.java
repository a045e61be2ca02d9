package io.github.neuralstyle.spark;

import io.github.neuralstyle.batch.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Makes the pictures of a manifest on the executors of a Spark cluster: {@code spark-submit --class
 * io.github.neuralstyle.spark.SparkManifest neural-style-spark.jar MANIFEST OUTPUT [FROM=TO ...]}. The manifest is one that
 * {@code batch --plan} or {@code augment --plan} has written, or an earlier job; inputs whose names begin with FROM are read
 * from TO. Exits with 1 if a picture failed.
 */
public final class SparkManifest {

    /** Pictures for each task at most: what a task holds is its own copy of the network. */
    private static final int TASK = 50;

    private SparkManifest() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("Usage: SparkManifest MANIFEST OUTPUT [FROM=TO ...]");
            System.exit(2);
        }
        long failed;
        try (JavaSparkContext spark =
                new JavaSparkContext(new SparkConf().setIfMissing("spark.app.name", "neural-style"))) {
            List<Map<String, String>> rows =
                    run(spark, args[0], args[1], List.of(args).subList(2, args.length));
            failed = rows.stream()
                    .filter(row -> row.get(Manifest.STATUS).equals(ManifestTask.FAILED))
                    .peek(row ->
                            System.err.println(row.get(Manifest.CONTENT) + " failed: " + row.get(Manifest.MESSAGE)))
                    .count();
            System.out.println(args[1] + ": " + (rows.size() - failed) + " done, " + failed + " failed");
        }
        if (failed > 0) System.exit(1);
    }

    /**
     * Makes the pictures that the output does not have yet, and writes its manifest.
     *
     * @param manifest a file, and
     * @param output a folder, of any Hadoop file system
     * @param replacements as FROM=TO
     * @return the rows of the output's manifest
     * @throws IOException if the manifest cannot be read, or the output cannot be written
     */
    static List<Map<String, String>> run(
            JavaSparkContext spark, String manifest, String output, List<String> replacements) throws IOException {
        Path folder = Files.createTempDirectory("neural-style-"), file = folder.resolve(Manifest.FILE);
        HadoopFiles files = new HadoopFiles(spark.hadoopConfiguration(), folder.resolve("inputs"));
        if (!files.fetch(manifest, file))
            throw new IOException("Cannot read the manifest " + manifest + ": there is no such file.");
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map<String, String> row : Manifest.of(folder).rows()) rows.add(replaced(row, replacements));
        int tasks = Math.max(1, Math.min(rows.size(), Math.max(spark.defaultParallelism(), rows.size() / TASK)));
        List<Map<String, String>> made = spark.parallelize(rows, tasks)
                .mapPartitions(new ManifestTask(output))
                .collect();
        Manifest results = Manifest.of(folder);
        made.forEach(results::put);
        results.write();
        files.store(file, output + "/" + Manifest.FILE);
        return made;
    }

    private static Map<String, String> replaced(Map<String, String> row, List<String> replacements) throws IOException {
        Map<String, String> replaced = new HashMap<>(row);
        for (String each : replacements) {
            String[] ends = each.split("=", 2);
            if (ends.length < 2 || ends[0].isEmpty())
                throw new IOException(each + " must be FROM=TO, such as /home/lab/set=hdfs:///lab/set.");
            for (String column : ManifestTask.INPUTS)
                replaced.computeIfPresent(column, (name, inputs) -> (";" + inputs)
                        .replace(";" + ends[0], ";" + ends[1])
                        .substring(1));
        }
        if (Path.of(row.get(Manifest.OUTPUT)).isAbsolute())
            throw new IOException("The output " + row.get(Manifest.OUTPUT)
                    + " is outside of the manifest's folder; it must be in it.");
        return replaced;
    }
}
