package io.passport.acceptance.visitor;

import java.util.List;
import java.util.stream.IntStream;

/** What somebody may type who did not get the SMS. */
public final class WrongCodes {

    private static final int ALL = 1_000_000;

    private WrongCodes() {}

    /** Six digits that are not these. */
    public static String otherThan(String code) {
        return otherThan(code, 1).getFirst();
    }

    /** So many different codes, none of them this. */
    public static List<String> otherThan(String code, int count) {
        int right = Integer.parseInt(code);
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "%06d".formatted((right + i) % ALL))
                .toList();
    }
}
