package io.passport.acceptance.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Something in which secrets are looked for.
 *
 * @param bytes each as one character, since not all of it is text
 */
record Searched(String bytes) {

    /** No secret is shorter. */
    private static final int START = 8;

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{6,18}(?![0-9])");

    /** No fraction of a second, no piece of an id, no PID as Spring Boot logs it. */
    private static final Pattern NUMBER_ALONE =
            Pattern.compile("(?<![0-9A-Za-z._-]|PID )[0-9]{6,18}(?![0-9A-Za-z_-]| --- )");

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

    /** Which of these stand in it, in UTF-8. They are many: it is gone through once for all of them. */
    Set<String> found(Collection<String> secrets) {
        Map<String, List<String>> byStart = secrets.stream()
                .map(Searched::bytesOf)
                .collect(Collectors.groupingBy(secret -> secret.substring(0, START)));
        return IntStream.rangeClosed(0, bytes.length() - START)
                .filter(i -> byStart.containsKey(startAt(i)))
                .boxed()
                .flatMap(i -> byStart.get(startAt(i)).stream().filter(secret -> bytes.startsWith(secret, i)))
                .collect(Collectors.toSet());
    }

    private String startAt(int position) {
        return bytes.substring(position, position + START);
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
