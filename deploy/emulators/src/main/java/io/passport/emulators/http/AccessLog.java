package io.passport.emulators.http;

import java.time.Duration;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs one line for each request. Without the query, which has signatures and mobiles; a mobile in the path is masked.
 */
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("access");
    private static final Pattern MIDDLE_OF_MOBILE = Pattern.compile("(?<=1[3-9]\\d)\\d{4}(?=\\d{4})");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7E]");
    private static final int MAX_PATH_LENGTH = 120;

    private AccessLog() {}

    static void record(Request request, Outcome outcome, Duration taken) {
        LOG.info("{} {} {} {} ms", request.method(), path(request), result(outcome), taken.toMillis());
    }

    private static String path(Request request) {
        String path = request.target().split("\\?", 2)[0];
        String masked = MIDDLE_OF_MOBILE.matcher(path).replaceAll("****");
        String printable = UNPRINTABLE.matcher(masked).replaceAll("?");
        return printable.length() > MAX_PATH_LENGTH ? printable.substring(0, MAX_PATH_LENGTH) + "…" : printable;
    }

    private static String result(Outcome outcome) {
        return switch (outcome) {
            case Response response -> String.valueOf(response.status());
            case ConnectionFault fault -> fault.name();
        };
    }
}
