package io.passport.acceptance.races;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The forty callers of a race. */
final class Callers {

    static final int COUNT = 40;

    private Callers() {}

    /** One new object for each caller. */
    static <T> List<T> each(Supplier<T> source) {
        return Stream.generate(source).limit(COUNT).toList();
    }
}
