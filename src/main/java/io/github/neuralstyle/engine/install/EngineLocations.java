package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.util.UserFolder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where engines lie: in the folder {@code neural-style} of the ImageJ that this program's jar is in, which is on nobody's
 * class path, or in {@code .neural-style} of the user's home, for an ImageJ that the user cannot write to.
 */
public final class EngineLocations {

    /** A system property: the folder of an engine, the only one to use. */
    public static final String PROPERTY = "neuralstyle.engine";

    private static final String FOLDER = "neural-style";
    private static final Set<String> ON_THE_CLASS_PATH = Set.of("jars", "plugins");

    private EngineLocations() {}

    /** The folders where engines may lie, in the order of search. */
    static List<Path> all() {
        List<Path> places = new ArrayList<>();
        Path jar = jar();
        for (Path up = jar == null ? null : jar.getParent(); up != null && places.size() < 3; up = up.getParent())
            places.add(up.resolve(FOLDER));
        places.add(home());
        return places;
    }

    /** The folders where an engine may be put, the one to prefer first. */
    static List<Path> toInstall() {
        Path jar = jar(), root = jar == null ? null : root(jar);
        return root == null ? List.of(home()) : List.of(root.resolve(FOLDER), home());
    }

    /** The folder of ImageJ that a jar is in, below {@code jars}, {@code plugins} or {@code plugins/jars}; null if in none. */
    static Path root(Path jar) {
        Path up = jar.getParent();
        while (up != null
                && up.getFileName() != null
                && ON_THE_CLASS_PATH.contains(up.getFileName().toString())) up = up.getParent();
        return up == null || up.equals(jar.getParent()) ? null : up;
    }

    private static Path home() {
        return UserFolder.home().orElseGet(UserFolder::temporary);
    }

    /** This program's own; null where its classes are in none. */
    private static Path jar() {
        CodeSource source = EngineLocations.class.getProtectionDomain().getCodeSource();
        try {
            Path jar = source == null
                    ? null
                    : Path.of(source.getLocation().toURI()).toAbsolutePath();
            return jar == null || Files.isDirectory(jar) ? null : jar;
        } catch (URISyntaxException | IllegalArgumentException elsewhere) {
            return null;
        }
    }
}
