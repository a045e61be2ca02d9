package io.github.neuralstyle.finish;

/** Numbered patches as vectors. */
interface Patches {

    int count();

    /** How many numbers a patch has. */
    int values();

    void read(int index, float[] patch);
}
