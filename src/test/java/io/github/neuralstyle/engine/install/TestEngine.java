package io.github.neuralstyle.engine.install;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Engines of a few small files. */
public final class TestEngine {

    public static final String LIST = EngineManifest.FILE, BIG = "lib/tensorflow.jar", SMALL = "lib/neural-style.jar";

    private TestEngine() {}

    /** Lays out an engine of this version and platform, in a folder of its name. */
    public static Path folder(Path parent) throws IOException {
        return folder(parent, EngineName.usual());
    }

    public static Path folder(Path parent, EngineName name) throws IOException {
        Path folder = parent.resolve(name.toString());
        Files.createDirectories(folder.resolve("lib"));
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        Files.write(folder.resolve(BIG), content);
        Files.writeString(folder.resolve(SMALL), "classes");
        Files.writeString(folder.resolve("LICENSE"), "BSD");
        Files.writeString(folder.resolve(LIST), EngineManifest.of(name, folder).text());
        return folder;
    }

    /** The files of a folder by their names in a zip file. */
    public static Map<String, byte[]> files(Path folder, String before) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String file : new String[] {LIST, BIG, SMALL, "LICENSE"})
            files.put(before + file, Files.readAllBytes(folder.resolve(file)));
        return files;
    }

    public static Path zip(Path zip, Map<String, byte[]> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                packed.putNextEntry(new ZipEntry(file.getKey()));
                packed.write(file.getValue());
            }
        }
        return zip;
    }

    /** A zip file of an engine of this version and platform. */
    public static Path zip(Path folder) throws IOException {
        Path engine = folder(folder.resolve("to pack"));
        return zip(folder.resolve("engine.zip"), files(engine, "neural-style/" + engine.getFileName() + "/"));
    }
}
