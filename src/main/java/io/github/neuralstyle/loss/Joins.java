package io.github.neuralstyle.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Joins any number of operands so that gradients are the same, to the bit, in every graph. TensorFlow adds up the parts of
 * a gradient in the order in which it goes back along the inputs of nodes, which for a node of more than eight inputs
 * depends on addresses in memory.
 */
final class Joins {

    private static final int MAX_INPUTS = 6;

    private Joins() {}

    /** Operands of one shape along a new first axis. */
    static Operand<TFloat32> stack(Ops tf, List<Operand<TFloat32>> operands) {
        return joined(tf, operands, 0, tf::stack);
    }

    /** Operands along one of their axes. */
    static Operand<TFloat32> concat(Ops tf, List<Operand<TFloat32>> operands, int axis) {
        return joined(tf, operands, axis, few -> tf.concat(few, tf.constant(axis)));
    }

    private static Operand<TFloat32> joined(
            Ops tf,
            List<Operand<TFloat32>> operands,
            int axis,
            Function<List<Operand<TFloat32>>, Operand<TFloat32>> join) {
        if (operands.size() <= MAX_INPUTS) return join.apply(operands);
        List<Operand<TFloat32>> parts = new ArrayList<>();
        for (int i = 0; i < operands.size(); i += MAX_INPUTS)
            parts.add(join.apply(operands.subList(i, Math.min(i + MAX_INPUTS, operands.size()))));
        return concat(tf, parts, axis);
    }
}
