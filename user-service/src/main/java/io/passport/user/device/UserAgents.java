package io.passport.user.device;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ua_parser.Client;
import ua_parser.Parser;

/**
 * Reads the {@code User-Agent} header by the expressions of the uap-core project. Only the first characters are looked at:
 * the header is the client's to choose, and some expressions take time with the square of its length.
 */
@Component
class UserAgents {

    private static final int LONGEST = 300;
    private static final String UNKNOWN = "Other";
    private static final Pattern NOT_HARMLESS = Pattern.compile("[^\\p{L}\\p{Nd} ._-]+");

    private final Parser parser = new Parser();

    DeviceName nameOf(@Nullable String userAgent) {
        if (userAgent == null) {
            return DeviceName.UNKNOWN;
        }
        Client client = parser.parse(userAgent.substring(0, Math.min(userAgent.length(), LONGEST)));
        String name = Stream.of(
                        versioned(client.userAgent.family, client.userAgent.major),
                        versioned(client.os.family, client.os.major))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return name.isEmpty() ? DeviceName.UNKNOWN : new DeviceName(name);
    }

    /** As much of it as fits into half a name, and nothing but what is harmless; empty when it is not known. */
    private static String versioned(@Nullable String family, @Nullable String major) {
        if (family == null || family.equals(UNKNOWN)) {
            return "";
        }
        String text = Stream.of(family, major).filter(Objects::nonNull).collect(Collectors.joining(" "));
        int[] harmless = NOT_HARMLESS
                .matcher(text)
                .replaceAll("")
                .codePoints()
                .limit((DeviceName.LONGEST - 3) / 2)
                .toArray();
        return new String(harmless, 0, harmless.length).strip();
    }
}
