package io.passport.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import io.passport.testing.concurrency.Simultaneously;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Guesses a password until the number is locked, and signs in as its owner. */
@PassportTest
@ResourceLock(PassportTest.LOCKS_OF_NUMBERS)
class GuessedPasswordsIT {

    private static final int FAILURES_UNTIL_LOCK = 5;
    private static final int LONGEST_LOCK = 4;

    /** The first lock takes a minute. */
    private static final int SHORTEST_LOCK_SECONDS = 30;

    private final LaunchedPassport passport;
    private final RegisteredUser user;

    GuessedPasswordsIT(LaunchedPassport passport) {
        this.passport = passport;
        this.user = RegisteredUser.of(passport);
    }

    @Test
    void lockWhenTheNumberIsKnownOrUnknownThenTheSameAndEachLockIsLonger() {
        List<String> numbers = List.of(user.mobile(), passport.secrets().newMobile());
        List<String> all = new ArrayList<>();
        for (int round = 1; round <= LONGEST_LOCK; round++) {
            List<List<String>> responses = Simultaneously.call(numbers, this::guessUntilLocked);
            assertThat(responses.get(0)).isEqualTo(responses.get(1));
            all.addAll(responses.get(0));
            passport.redis().endLocksOfNumbers();
        }
        assertThat(all.stream().filter(response -> !response.startsWith("4004")))
                .containsExactly("4201 for 1 min", "4201 for 5 min", "4201 for 15 min", "4201 for 60 min");
        Visitor.of(passport).signIn(user.mobile(), user.password()).isOk();
    }

    @Test
    void signInWhenAnAttackerLockedTheNumberThenOnlyAKnownDeviceAndRunningSessionsWork() {
        Visitor known = user.onKnownDevice(passport);
        guessUntilLocked(user.mobile());
        Visitor.of(passport).signIn(user.mobile(), user.password()).isError("4201");
        known.signIn(user.mobile(), user.password()).isOk();
        Visitor.of(passport).signIn(user.mobile(), user.password()).isError("4201");
        user.assertSignedIn();
        RegisteredUser other = RegisteredUser.of(passport);
        Visitor.of(passport).signIn(other.mobile(), other.password()).isOk();
    }

    private List<String> guessUntilLocked(String mobile) {
        Visitor guesser = Visitor.of(passport);
        return IntStream.rangeClosed(0, FAILURES_UNTIL_LOCK)
                .mapToObj(i -> describe(guess(guesser, mobile, "wrong password " + i)))
                .toList();
    }

    /** A busy machine rejects some sign-ins for a few seconds, which is no lock and does not count. */
    private static ApiResponse guess(Visitor guesser, String mobile, String password) {
        ApiResponse response = guesser.signIn(mobile, password);
        boolean busy = response.errno().equals("4201")
                && response.data().get("retry_after").asInt() < SHORTEST_LOCK_SECONDS;
        return busy ? guess(guesser, mobile, password) : response;
    }

    private static String describe(ApiResponse response) {
        return response.errno().equals("4201")
                ? "4201 for " + Math.ceilDiv(response.data().get("retry_after").asInt(), 60) + " min"
                : response.errno() + " " + response.errmsg();
    }
}
