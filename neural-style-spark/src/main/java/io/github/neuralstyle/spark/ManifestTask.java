package io.github.neuralstyle.spark;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.github.neuralstyle.batch.BatchItem;
import io.github.neuralstyle.batch.BatchTransfer;
import io.github.neuralstyle.batch.Manifest;
import io.github.neuralstyle.batch.Outcome;
import io.github.neuralstyle.util.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * Makes the pictures of some rows of a manifest on one executor, as {@link BatchTransfer} makes them: with one network for all.
 * Each picture is stored in the output when it is made, and beside it its row in {@value #ROWS}, so that a task that is run
 * again, or another job, makes only the others. Rows of pictures that failed say why.
 */
final class ManifestTask implements FlatMapFunction<Iterator<Map<String, String>>, Map<String, String>> {

    private static final long serialVersionUID = 1;

    static final String FAILED = "failed";

    private static final String ROWS = "rows", STOPPED = "stopped";

    /** Columns with names of inputs. */
    static final List<String> INPUTS = List.of(Manifest.CONTENT, Manifest.STYLE, Manifest.LABELS);

    private final String output;

    /** @param output a folder of any Hadoop file system */
    ManifestTask(String output) {
        this.output = output;
    }

    @Override
    public Iterator<Map<String, String>> call(Iterator<Map<String, String>> rows) throws IOException {
        List<Map<String, String>> given = new ArrayList<>();
        rows.forEachRemaining(given::add);
        Path folder = Files.createTempDirectory("neural-style-");
        try {
            return new Work(folder).make(given).iterator();
        } finally {
            Folders.delete(folder);
        }
    }

    /** In a folder of this machine. */
    private final class Work {

        private final TaskContext task = TaskContext.get();
        private final HadoopFiles files;
        /** The pictures; what is stored of each has the same name in the output. */
        private final Path made;

        private final List<BatchItem> items = new ArrayList<>();

        Work(Path folder) throws IOException {
            files = new HadoopFiles(
                    SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf()), folder.resolve("inputs"));
            made = Files.createDirectory(folder.resolve("made"));
        }

        List<Map<String, String>> make(List<Map<String, String>> rows) throws IOException {
            Manifest manifest = Manifest.of(made);
            for (Map<String, String> row : rows) {
                Map<String, String> here = here(row);
                items.add(Manifest.item(here, made));
                manifest.put(stored(row).orElse(here));
            }
            manifest.write();
            String failure = "";
            try {
                BatchTransfer.run(items, made, 1, false, state -> {
                    if (state.outcome() != null) store(state.outcome());
                    return !task.isInterrupted();
                });
            } catch (IOException | IllegalArgumentException e) { // of all pictures: no style, or no network
                failure = e.getMessage();
            }
            List<Map<String, String>> results = Manifest.of(made).rows();
            for (int i = 0; i < rows.size(); i++) {
                Map<String, String> given = rows.get(i), result = results.get(i);
                INPUTS.forEach(column -> result.put(column, given.getOrDefault(column, "")));
                if (!failure.isEmpty() && result.get(Manifest.STATUS).equals(STOPPED)) {
                    result.put(Manifest.STATUS, FAILED);
                    result.put(Manifest.MESSAGE, failure);
                }
                result.computeIfPresent(Manifest.MESSAGE, (column, message) -> files.named(message));
            }
            return results;
        }

        /** A row with the copies of its inputs. */
        private Map<String, String> here(Map<String, String> row) throws IOException {
            Map<String, String> here = new LinkedHashMap<>(row);
            for (String column : INPUTS) {
                List<String> copies = new ArrayList<>();
                for (String file : row.getOrDefault(column, "").split(";"))
                    if (!file.isEmpty()) copies.add(files.fetch(file).toString());
                here.put(column, String.join(";", copies));
            }
            return here;
        }

        /** Fetches what an earlier task has stored: the files of a row, and the row as it was then. */
        private Optional<Map<String, String>> stored(Map<String, String> row) throws IOException {
            String name = row.get(Manifest.OUTPUT);
            Path copy = made.resolve(ROWS).resolve(name);
            if (!files.fetch(rowFile(name), copy)) return Optional.empty();
            for (String file : outputs(row)) files.fetch(output + "/" + file, made.resolve(file));
            return Optional.of(new Gson()
                    .fromJson(Files.readString(copy), new TypeToken<LinkedHashMap<String, String>>() {}.getType()));
        }

        /** Its row last: what has a row is complete. */
        private void store(Outcome outcome) {
            if (outcome.status() == Outcome.Status.FAILED) return;
            try {
                String name = made.relativize(outcome.item().output()).toString();
                Map<String, String> row = Manifest.of(made).rows().stream()
                        .filter(each -> each.get(Manifest.OUTPUT).equals(name))
                        .findFirst()
                        .orElseThrow();
                for (String file : outputs(row))
                    if (Files.exists(made.resolve(file))) files.store(made.resolve(file), output + "/" + file);
                Path json = Files.createTempFile(made, "row", ".json");
                Files.writeString(json, new Gson().toJson(row));
                files.store(json, rowFile(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String rowFile(String name) {
            return output + "/" + ROWS + "/" + name + ".json";
        }

        private static List<String> outputs(Map<String, String> row) {
            return Stream.of(row.get(Manifest.OUTPUT), row.getOrDefault(Manifest.LABELS_OUTPUT, ""))
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }
}
