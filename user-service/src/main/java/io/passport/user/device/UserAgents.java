package io.passport.user.device;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ua_parser.OS;
import ua_parser.Parser;
import ua_parser.UserAgent;

/**
 * Reads the {@code User-Agent} header by the expressions of the uap-core project. Only the first characters are looked at:
 * the header is the client's to choose, and an expression may take time with a power of its length.
 */
@Component
class UserAgents {

    static final String UNKNOWN_DEVICE = "未知设备";

    private static final int LONGEST_HEADER = 256;
    private static final int LONGEST_PART = 30;
    private static final String NOT_KNOWN = "Other";
    private static final Pattern NOT_HARMLESS = Pattern.compile("[^\\p{L}\\p{Nd} ._-]+");

    private final Parser parser = new Parser();

    /** The name of the device, see {@link DeviceName}. */
    String nameOf(@Nullable String userAgent) {
        if (userAgent == null) {
            return UNKNOWN_DEVICE;
        }
        String read = userAgent.substring(0, Math.min(userAgent.length(), LONGEST_HEADER));
        UserAgent browser = parser.parseUserAgent(read);
        OS system = parser.parseOS(read);
        String name = Stream.of(versioned(browser.family, browser.major), versioned(system.family, system.major))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(" · "));
        return name.isEmpty() ? UNKNOWN_DEVICE : name;
    }

    /** Nothing but what is harmless; empty when it is not known. */
    private static String versioned(@Nullable String family, @Nullable String major) {
        if (family == null || family.equals(NOT_KNOWN)) {
            return "";
        }
        String text = Stream.of(family, major).filter(Objects::nonNull).collect(Collectors.joining(" "));
        int[] harmless = NOT_HARMLESS
                .matcher(text)
                .replaceAll("")
                .codePoints()
                .limit(LONGEST_PART)
                .toArray();
        return new String(harmless, 0, harmless.length).strip();
    }
}
