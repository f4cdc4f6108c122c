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
 * Reads the {@code User-Agent} header with the expressions of the uap-core project. Only the first 256 characters are read:
 * the client chooses the header, and an expression may take time with a power of its length.
 */
@Component
class UserAgents {

    static final String UNKNOWN_DEVICE = "未知设备";

    private static final int MAX_HEADER_LENGTH = 256;
    private static final int MAX_PART_LENGTH = 30;
    private static final String UNKNOWN_FAMILY = "Other";
    private static final Pattern UNSAFE_IN_HTML = Pattern.compile("[^\\p{L}\\p{Nd} ._-]+");

    private final Parser parser = new Parser();

    /** The name of the device, see {@link DeviceName}; {@code 未知设备} when the header is missing or not recognised. */
    String nameOf(@Nullable String userAgent) {
        if (userAgent == null) {
            return UNKNOWN_DEVICE;
        }
        String read = userAgent.substring(0, Math.min(userAgent.length(), MAX_HEADER_LENGTH));
        UserAgent browser = parser.parseUserAgent(read);
        OS system = parser.parseOS(read);
        String name = Stream.of(versioned(browser.family, browser.major), versioned(system.family, system.major))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(" · "));
        return name.isEmpty() ? UNKNOWN_DEVICE : name;
    }

    /** Family and version, with safe characters only; empty when unknown. */
    private static String versioned(@Nullable String family, @Nullable String major) {
        if (family == null || family.equals(UNKNOWN_FAMILY)) {
            return "";
        }
        String text = Stream.of(family, major).filter(Objects::nonNull).collect(Collectors.joining(" "));
        int[] safe = UNSAFE_IN_HTML
                .matcher(text)
                .replaceAll("")
                .codePoints()
                .limit(MAX_PART_LENGTH)
                .toArray();
        return new String(safe, 0, safe.length).strip();
    }
}
