package io.passport.acceptance.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something in which secrets are looked for.
 *
 * @param bytes each as one character, since not all of it is text
 */
record Searched(String bytes) {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{6,18}(?![0-9])");

    /** No fraction of a second, no piece of an id. */
    private static final Pattern NUMBER_ALONE = Pattern.compile("(?<![0-9A-Za-z._-])[0-9]{6,18}(?![0-9A-Za-z_-])");

    static Searched text(String text) {
        return new Searched(bytesOf(text));
    }

    static Searched file(Path file) {
        try {
            return new Searched(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which of these stand in it, in UTF-8. */
    List<String> found(Collection<String> secrets) {
        return secrets.stream()
                .filter(secret -> bytes.contains(bytesOf(secret)))
                .toList();
    }

    /** Which of these numbers stand in it, and not as a part of a longer number. */
    Set<String> foundNumbers(Collection<String> numbers) {
        return found(NUMBER, numbers);
    }

    /** Which of these numbers stand in it by themselves: short ones are parts of many things. */
    Set<String> foundNumbersAlone(Collection<String> numbers) {
        return found(NUMBER_ALONE, numbers);
    }

    private Set<String> found(Pattern pattern, Collection<String> numbers) {
        Set<String> found = new TreeSet<>(numbers);
        found.retainAll(pattern.matcher(bytes).results().map(MatchResult::group).collect(Collectors.toSet()));
        return found;
    }

    private static String bytesOf(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
