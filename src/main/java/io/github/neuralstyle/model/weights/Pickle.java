package io.github.neuralstyle.model.weights;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads what PyTorch pickles when it saves a dictionary of tensors: numbers, strings, tuples, lists, dictionaries, and
 * the few calls that {@link TorchTensors} knows. Every other opcode and every other name is refused; nothing in a file
 * is ever executed. Opcodes are those of Python's protocol 2.
 */
final class Pickle {

    /** A VGG has some 2000. */
    private static final int MAX_OPCODES = 100_000;

    private static final int MAX_TEXT = 1 << 16;

    private static final Object MARK = new Object();

    private final ByteBuffer in;
    private final TorchTensors torch;
    private final Deque<Object> stack = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    /** @param in is left behind the pickle's end */
    Pickle(ByteBuffer in, TorchTensors torch) {
        this.in = in.order(ByteOrder.LITTLE_ENDIAN);
        this.torch = torch;
    }

    /** The pickled object: Long, BigInteger, Double, Boolean, String, List, Map, StoredTensor, or {@link TorchTensors#NONE}. */
    Object read() throws WeightsException {
        for (int i = 0; i < MAX_OPCODES; i++) {
            int opcode = in.get() & 255;
            if (opcode == '.') return stack.pop();
            step(opcode);
        }
        throw new WeightsException(
                "its pickle has over " + MAX_OPCODES + " opcodes, more than a dictionary of tensors needs");
    }

    private void step(int opcode) throws WeightsException {
        switch (opcode) {
            case 0x80 -> protocol(in.get());
            case '(' -> stack.push(MARK);
            case 'N' -> stack.push(TorchTensors.NONE);
            case 0x88 -> stack.push(true);
            case 0x89 -> stack.push(false);
            case 'K' -> stack.push((long) (in.get() & 255));
            case 'M' -> stack.push((long) (in.getShort() & 65535));
            case 'J' -> stack.push((long) in.getInt());
            case 0x8a -> stack.push(integer(in.get() & 255));
            case 'G' -> stack.push(in.order(ByteOrder.BIG_ENDIAN).getDouble());
            case 'U' -> stack.push(text(in.get() & 255));
            case 'T', 'X' -> stack.push(text(in.getInt()));
            case 'q' -> memo.put(in.get() & 255, stack.peek());
            case 'r' -> memo.put(in.getInt(), stack.peek());
            case 'h' -> stack.push(remembered(in.get() & 255));
            case 'j' -> stack.push(remembered(in.getInt()));
            case '}' -> stack.push(new LinkedHashMap<String, Object>());
            case ']' -> stack.push(new ArrayList<>());
            case ')' -> stack.push(List.of());
            case 0x85, 0x86, 0x87 -> stack.push(top(opcode - 0x84));
            case 't' -> stack.push(toMark());
            case 'a' -> append(top(1));
            case 'e' -> append(toMark());
            case 's' -> put(top(2));
            case 'u' -> put(toMark());
            case 'c' -> stack.push(TorchTensors.Name.of(line() + "." + line()));
            case 'Q' -> stack.push(torch.storage(list(stack.pop())));
            case 'R' -> {
                List<?> arguments = list(stack.pop());
                stack.push(torch.call(stack.pop(), arguments));
            }
            case 'b' -> ignoreState();
            default -> throw new WeightsException(String.format(
                    Locale.ROOT,
                    "its pickle has the opcode 0x%02x, which a dictionary of tensors "
                            + "does not need; save only the state_dict of the network",
                    opcode));
        }
        in.order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void protocol(int version) throws WeightsException {
        if (version != 2)
            throw new WeightsException(
                    "its pickle is of protocol " + version + "; save it with PyTorch's own protocol, which is 2");
    }

    private Object integer(int length) {
        byte[] bytes = new byte[length];
        for (int i = length - 1; i >= 0; i--) bytes[i] = in.get();
        BigInteger value = length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
        return value.bitLength() < 64 ? (Object) value.longValue() : value;
    }

    private String text(int length) throws WeightsException {
        if (length < 0 || length > MAX_TEXT || length > in.remaining())
            throw new WeightsException("its pickle has a text of " + length + " bytes");
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() throws WeightsException {
        int start = in.position();
        while (in.get() != '\n')
            if (in.position() - start > 256) throw new WeightsException("its pickle has a name that is too long");
        int end = in.position();
        in.position(start);
        String line = text(end - start - 1);
        in.get();
        return line;
    }

    private Object remembered(int key) throws WeightsException {
        Object value = memo.get(key);
        if (value == null) throw new WeightsException("its pickle is damaged");
        return value;
    }

    private List<Object> top(int count) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) values.add(stack.pop());
        Collections.reverse(values);
        return values;
    }

    private List<Object> toMark() {
        List<Object> values = new ArrayList<>();
        for (Object value = stack.pop(); value != MARK; value = stack.pop()) values.add(value);
        Collections.reverse(values);
        return values;
    }

    private void append(List<Object> values) throws WeightsException {
        if (!(stack.peek() instanceof ArrayList<?>)) throw new WeightsException("its pickle is damaged");
        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) stack.peek();
        list.addAll(values);
    }

    private void put(List<Object> keysAndValues) throws WeightsException {
        if (!(stack.peek() instanceof Map)) throw new WeightsException("its pickle is damaged");
        @SuppressWarnings("unchecked")
        Map<String, Object> map = (Map<String, Object>) stack.peek();
        for (int i = 0; i + 1 < keysAndValues.size(); i += 2)
            map.put(TorchTensors.text(keysAndValues.get(i)), keysAndValues.get(i + 1));
    }

    /** PyTorch notes the versions of modules as attributes of the dictionary. */
    private void ignoreState() throws WeightsException {
        stack.pop();
        if (!(stack.peek() instanceof Map))
            throw new WeightsException(
                    "its pickle sets the state of an object, which a dictionary of tensors does not need");
    }

    static List<?> list(Object value) throws WeightsException {
        if (value instanceof List<?> list) return list;
        throw new WeightsException("its pickle is damaged");
    }
}
