package io.passport.acceptance.passport;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Generates unused personal values, and remembers every secret of the tests: the last test searches for them in all files. */
public final class TestSecrets {

    /** The kind of a secret. */
    public enum Kind {
        MOBILE,
        PASSWORD,
        SMS_CODE,
        TOKEN,
        REAL_NAME,
        ID_CARD
    }

    private final RandomGenerator random = new SecureRandom();
    private final Map<Kind, Set<String>> remembered = Stream.of(Kind.values())
            .collect(Collectors.toUnmodifiableMap(kind -> kind, kind -> ConcurrentHashMap.newKeySet()));

    /** A well-formed mobile number. */
    public String newMobile() {
        return fresh(Kind.MOBILE, () -> "1" + random.nextInt(3, 10) + digits(9));
    }

    /** A password that is in no list of common ones. */
    public String newPassword() {
        return fresh(Kind.PASSWORD, () -> "Pw " + Long.toString(random.nextLong(1L << 60, Long.MAX_VALUE), 36));
    }

    /** A name of six rare letters. */
    public String newRealName() {
        return fresh(
                Kind.REAL_NAME,
                () -> Stream.generate(() -> random.nextInt(0x4E00, 0x9FA6))
                        .limit(6)
                        .map(Character::toString)
                        .collect(Collectors.joining()));
    }

    /** A valid ID card number. */
    public String newIdCard() {
        return fresh(
                Kind.ID_CARD,
                () -> IdCards.withCheckCharacter("110105%d%02d%02d%s"
                        .formatted(
                                random.nextInt(1940, 2006), random.nextInt(1, 13), random.nextInt(1, 29), digits(3))));
    }

    /** Remembers a value that a test received or wrote itself; returns it. */
    public String remember(Kind kind, String value) {
        remembered.get(kind).add(value);
        return value;
    }

    /** All remembered values of a kind, sorted. */
    public Set<String> all(Kind kind) {
        return new TreeSet<>(remembered.get(kind));
    }

    private String fresh(Kind kind, Supplier<String> source) {
        return Stream.generate(source)
                .filter(remembered.get(kind)::add)
                .findFirst()
                .orElseThrow();
    }

    private String digits(int count) {
        return random.ints(count, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
    }
}
