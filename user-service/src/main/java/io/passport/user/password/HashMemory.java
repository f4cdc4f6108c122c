package io.passport.user.password;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Keeps the memory of a native hash for the next one. Otherwise glibc returns the 19 MiB to the system after each hash, and the
 * next hash has five thousand page faults. Other C libraries have no {@code mallopt}; there nothing is changed.
 */
final class HashMemory {

    // parameters of mallopt, from malloc.h
    private static final int TRIM_THRESHOLD = -1;
    private static final int MMAP_THRESHOLD = -3;

    /** Smaller blocks come from the heap and not from the system; glibc's highest value. */
    private static final int FROM_HEAP_BELOW = 32 * 1024 * 1024;

    /** Free memory up to this size is kept, in each arena of glibc ({@code MALLOC_ARENA_MAX}). */
    private static final int KEPT = 64 * 1024 * 1024;

    private HashMemory() {}

    /** Call it before the first hash. */
    static void keep() {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("mallopt").ifPresent(mallopt -> keep(linker, mallopt));
    }

    private static void keep(Linker linker, MemorySegment mallopt) {
        MethodHandle set = linker.downcallHandle(mallopt, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
        try {
            int _ = (int) set.invokeExact(MMAP_THRESHOLD, FROM_HEAP_BELOW);
            int _ = (int) set.invokeExact(TRIM_THRESHOLD, KEPT);
        } catch (Throwable e) {
            throw new IllegalStateException("mallopt throws nothing", e);
        }
    }
}
