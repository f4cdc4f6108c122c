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
 * A text or file that is searched for secrets.
 *
 * @param bytes each byte as one character, since not all content is text
 */
record SearchedText(String bytes) {

    /** The shortest secret has this length. */
    private static final int START = 8;

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{6,18}(?![0-9])");

    /** A number that is not part of a fraction, an id or a PID in Spring Boot's log format. */
    private static final Pattern NUMBER_ALONE =
            Pattern.compile("(?<![0-9A-Za-z._-]|PID )[0-9]{6,18}(?![0-9A-Za-z_-]| --- )");

    static SearchedText text(String text) {
        return new SearchedText(bytesOf(text));
    }

    static SearchedText file(Path file) {
        try {
            return new SearchedText(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secrets that it contains, in UTF-8. All secrets are searched in one pass, since there are many. */
    Set<String> found(Collection<String> secrets) {
        Map<String, List<String>> byStart = secrets.stream()
                .map(SearchedText::bytesOf)
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

    /** The numbers that it contains, except as part of a longer number. */
    Set<String> foundNumbers(Collection<String> numbers) {
        return found(NUMBER, numbers);
    }

    /** The numbers that it contains standing alone, since short numbers are part of many values. */
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
