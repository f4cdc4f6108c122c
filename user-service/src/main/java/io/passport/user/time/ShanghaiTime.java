package io.passport.user.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times in the API: {@code YYYY-MM-DD HH:MM:SS} in Asia/Shanghai. */
public final class ShanghaiTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private ShanghaiTime() {}

    /** The time in seconds. */
    public static String text(Instant at) {
        return FORM.format(at);
    }
}
