package io.passport.user.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Points in time as clients show them: {@code YYYY-MM-DD HH:MM:SS} in Asia/Shanghai. Source: the contract. */
public final class ShanghaiTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private ShanghaiTime() {}

    /** To the second. */
    public static String text(Instant at) {
        return FORM.format(at);
    }
}
