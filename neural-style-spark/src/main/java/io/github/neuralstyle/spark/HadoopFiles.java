package io.github.neuralstyle.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Copies files from any Hadoop file system to a folder of this machine and back. Not thread-safe. */
final class HadoopFiles {

    private final Configuration configuration;
    private final java.nio.file.Path folder;
    private final Map<String, java.nio.file.Path> fetched = new HashMap<>();

    /** @param folder for copies; made if absent */
    HadoopFiles(Configuration configuration, java.nio.file.Path folder) throws IOException {
        this.configuration = configuration;
        this.folder = Files.createDirectories(folder);
    }

    /** A copy under the same name, made once. Of a file that is absent the copy is absent too. */
    java.nio.file.Path fetch(String file) throws IOException {
        java.nio.file.Path known = fetched.get(file);
        if (known != null) return known;
        java.nio.file.Path copy = Files.createDirectory(folder.resolve(Integer.toString(fetched.size())))
                .resolve(new Path(file).getName());
        fetch(file, copy);
        fetched.put(file, copy);
        return copy;
    }

    /** Whether the file was there. */
    boolean fetch(String file, java.nio.file.Path copy) throws IOException {
        Files.createDirectories(copy.getParent());
        try (var in = system(file).open(new Path(file))) {
            Files.copy(in, copy);
            return true;
        } catch (FileNotFoundException absent) {
            return false;
        }
    }

    /** Stores a file whole or not at all, also if another task stores the same one; an older one is replaced. */
    void store(java.nio.file.Path copy, String file) throws IOException {
        Path to = new Path(file), partial = new Path(to.getParent(), "." + UUID.randomUUID() + ".partial");
        FileSystem system = system(file);
        system.mkdirs(to.getParent());
        try {
            try (var out = system.create(partial)) {
                Files.copy(copy, out);
            }
            if (system.rename(partial, to)) return;
            system.delete(to, false);
            if (!system.rename(partial, to) && !system.exists(to))
                throw new IOException("Cannot write " + file + "; check its folder.");
        } finally {
            system.delete(partial, false);
        }
    }

    private FileSystem system(String file) throws IOException {
        return new Path(file).getFileSystem(configuration);
    }

    /** The names of files by the beginnings of their copies' paths, for messages. */
    String named(String message) {
        String named = message;
        for (Map.Entry<String, java.nio.file.Path> each : fetched.entrySet())
            named = named.replace(each.getValue().toString(), each.getKey());
        return named;
    }
}
