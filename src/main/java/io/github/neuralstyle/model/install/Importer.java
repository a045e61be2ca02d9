package io.github.neuralstyle.model.install;

import java.io.IOException;
import java.nio.file.Path;

/** Makes an installed network of a file of weights. */
public interface Importer {

    /** Whether a network of this name is installed. */
    boolean has(String name);

    /**
     * Installs a network; whole or not at all.
     *
     * @param weights whole and verified
     * @param terms authors, licence and citation, to be kept with the network
     */
    void add(String name, Path weights, String terms) throws IOException;
}
