package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Crowd;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Visitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Operation 4 for who guesses, and for those whom the guessing is about. */
@AgainstPassport
class LockoutIT {

    private static final int FAILURES_THAT_LOCK = 5;
    private static final int LONGEST_ROUND = 4;

    private final Passport passport;
    private final Member member;

    LockoutIT(Passport passport) {
        this.passport = passport;
        this.member = Member.of(passport);
    }

    @Test
    void lockWhenTheNumberIsUnknownOrKnownThenEachRoundIsAlikeAndLonger() {
        List<String> numbers = List.of(member.mobile(), passport.secrets().newMobile());
        List<String> all = new ArrayList<>();
        for (int round = 1; round <= LONGEST_ROUND; round++) {
            List<List<String>> answers = Crowd.atOnce(numbers, this::untilItIsLocked);
            assertThat(answers.get(0)).isEqualTo(answers.get(1));
            all.addAll(answers.get(0));
            passport.redis().endLocksOfNumbers();
        }
        assertThat(all.stream().filter(answer -> !answer.startsWith("4004")))
                .containsExactly("4201 for 1 min", "4201 for 5 min", "4201 for 15 min", "4201 for 60 min");
    }

    @Test
    void lockWhenAnAttackerCausedItThenAKnownDeviceSignsInAndOthersDoNot() {
        Visitor known = member.elsewhereOnADevice(passport);
        lock(member.mobile());
        Visitor.of(passport).logIn(member.mobile(), member.password()).isRefusal("4201");
        known.logIn(member.mobile(), member.password()).isOk();
        Visitor.of(passport).logIn(member.mobile(), member.password()).isRefusal("4201");
    }

    @Test
    void lockWhenTheDeviceGuessesItselfThenItIsLockedAndNobodyElse() {
        Visitor known = member.elsewhereOnADevice(passport);
        fail(known, member.mobile());
        known.logIn(member.mobile(), member.password()).isRefusal("4201");
        Visitor.of(passport).logIn(member.mobile(), member.password()).isOk();
    }

    @Test
    void lockWhenTheDeviceIsKnownToAnotherAccountThenItHelpsNobody() {
        Visitor strangers = Member.of(passport).elsewhereOnADevice(passport);
        lock(member.mobile());
        strangers.logIn(member.mobile(), member.password()).isRefusal("4201");
    }

    @Test
    void networkWhenItFailedForMoreThanFiftyNumbersThenItIsLockedAndNobodyElse() {
        Visitor stuffer = Visitor.of(passport);
        Crowd.atOnce(Collections.nCopies(5, stuffer), this::failForTenNumbers);
        stuffer.logIn(passport.secrets().newMobile(), "a leaked password").isRefusal("4004");
        stuffer.logIn(member.mobile(), member.password()).isRefusal("4201");
        Visitor.of(passport).logIn(member.mobile(), member.password()).isOk();
    }

    /** No more at once: they would wait too long for a turn to hash. */
    private Visitor failForTenNumbers(Visitor stuffer) {
        for (int i = 0; i < 10; i++) {
            stuffer.logIn(passport.secrets().newMobile(), "a leaked password").isRefusal("4004");
        }
        return stuffer;
    }

    private List<String> untilItIsLocked(String mobile) {
        Visitor guesser = Visitor.of(passport);
        return IntStream.rangeClosed(0, FAILURES_THAT_LOCK)
                .mapToObj(i -> inWords(guesser.logIn(mobile, "wrong password " + i)))
                .toList();
    }

    private static String inWords(Answer answer) {
        return answer.errno().equals("4201")
                ? "4201 for " + Math.ceilDiv(answer.data().get("retry_after").asInt(), 60) + " min"
                : answer.errno() + " " + answer.errmsg();
    }

    private void lock(String mobile) {
        fail(Visitor.of(passport), mobile);
        Visitor.of(passport).logIn(mobile, "wrong password").isRefusal("4201");
    }

    private static void fail(Visitor visitor, String mobile) {
        for (int i = 0; i < FAILURES_THAT_LOCK; i++) {
            visitor.logIn(mobile, "wrong password " + i).isRefusal("4004");
        }
    }
}
