package io.github.neuralstyle.model;

import io.github.neuralstyle.util.Processor;
import java.util.Set;

/** The numbers in which a network computes its features. Statistics of features are in float32 with each. */
public enum Precision {

    /** {@link #BFLOAT16} where the processor has instructions for it, else {@link #FLOAT32}. */
    AUTO,

    FLOAT32,

    /** The range of float32 with 8 bits of precision; sums in float32. Half the memory and a fraction of the time. */
    BFLOAT16;

    /** Of Intel since 2020, of AMD since 2022; those with AMX have it, too. */
    private static final String INSTRUCTIONS = "avx512_bf16";

    /** What this is on this machine, one of the last two. @throws IllegalArgumentException if the processor lacks it */
    public Precision here() {
        return on(Processor.instructions());
    }

    /**
     * The same on a processor.
     *
     * @param instructions as {@link Processor#instructions} has them; null if unknown
     * @throws IllegalArgumentException if it is {@link #BFLOAT16} and the processor lacks it, or that is unknown
     */
    public Precision on(Set<String> instructions) {
        boolean fast = instructions != null && instructions.contains(INSTRUCTIONS);
        if (this == BFLOAT16 && !fast)
            throw new IllegalArgumentException("precision is bfloat16, which is only for processors with "
                    + INSTRUCTIONS + ", and "
                    + (instructions == null ? "this system does not tell" : "this one has not")
                    + ": choose float32 or auto.");
        return this == AUTO ? fast ? BFLOAT16 : FLOAT32 : this;
    }
}
