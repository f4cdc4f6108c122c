package io.passport.acceptance.visitor;

import java.util.List;
import java.util.stream.IntStream;

/** Makes wrong SMS codes. */
public final class WrongCodes {

    private static final int ALL = 1_000_000;

    private WrongCodes() {}

    /** Another code of six digits. */
    public static String otherThan(String code) {
        return otherThan(code, 1).getFirst();
    }

    /** This many different codes, all wrong. */
    public static List<String> otherThan(String code, int count) {
        int right = Integer.parseInt(code);
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "%06d".formatted((right + i) % ALL))
                .toList();
    }
}
