package io.passport.common.pii;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as people type or paste it, in the form in which it is judged. Values normalise themselves by it when they are created. */
public final class TypedText {

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private TypedText() {}

    /** Without width and other compatibility forms (NFKC), invisible format characters, and spaces at the ends. */
    public static String normalized(String text) {
        return INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .strip();
    }

    /** As {@link #normalized}, without any space. */
    public static String withoutSpaces(String text) {
        return SPACES.matcher(normalized(text)).replaceAll("");
    }
}
