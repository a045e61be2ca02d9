package io.github.neuralstyle;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import org.bytedeco.javacpp.Pointer;

/** The memory that native code has asked for and not given back. */
public final class NativeHeap {

    /** As in the C library's malloc.h; its counters wrap at 4 GiB. */
    @FieldOrder({
        "arena",
        "ordblks",
        "smblks",
        "hblks",
        "hblkhd",
        "usmblks",
        "fsmblks",
        "uordblks",
        "fordblks",
        "keepcost"
    })
    public static class MallInfo extends Structure implements Structure.ByValue {

        public int arena, ordblks, smblks, hblks, hblkhd, usmblks, fsmblks, uordblks, fordblks, keepcost;
    }

    interface Malloc extends Library {

        MallInfo mallinfo();
    }

    private NativeHeap() {}

    /**
     * The bytes in use; where the C library does not tell, those of the whole process. Unlike the process's memory they do
     * not depend on the Java heap, nor on what the C library keeps for later.
     */
    public static long bytes() {
        System.gc();
        if (!Platform.isLinux()) return Pointer.physicalBytes();
        MallInfo info = Native.load("c", Malloc.class).mallinfo();
        return Integer.toUnsignedLong(info.uordblks) + Integer.toUnsignedLong(info.hblkhd);
    }
}
