package io.passport.verify.smscode;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.common.pii.Mobile;
import io.passport.testing.server.RealRedis;
import io.passport.verify.Together;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

class SmsCodesTests {

    private static final Mobile MOBILE = new Mobile("13800000001");
    private static final String KEY = "smscode:register:{13800000001}";

    private static final SmsCodeSettings SETTINGS = new SmsCodeSettings("a secret of thirty-two characters", 25);

    private final StringRedisTemplate redis = RealRedis.SHARED.template();
    private final SmsCodes codes = new SmsCodes(redis, new SmsCodeSeal(SETTINGS), SETTINGS);

    @BeforeEach
    void beginAnew() {
        RealRedis.SHARED.empty();
    }

    @Test
    void isDeadForTheDayAfterTooManyWrongTriesHoweverManyCodesTheyWereFor() {
        for (int code = 0; code < 5; code++) {
            codes.put(code("123456"));
            for (int i = 0; i < 5; i++) {
                assertThat(take("654321")).isEqualTo(Taking.WRONG);
            }
        }
        codes.put(code("123456"));
        assertThat(take("123456")).isEqualTo(Taking.EXPIRED);
        assertThat(redis.getExpire(KEY + ":wrong")).isBetween(86_000L, 86_400L);
    }

    @Test
    void isTakenOnceByTheRightCode() {
        codes.put(code("123456"));
        assertThat(take("123456")).isEqualTo(Taking.TAKEN);
        assertThat(take("123456")).isEqualTo(Taking.EXPIRED);
        assertThat(take("654321")).isEqualTo(Taking.EXPIRED);
    }

    @Test
    void isExpiredWhenNoneWasSentOrItsTimeIsOver() {
        assertThat(take("123456")).isEqualTo(Taking.EXPIRED);
        codes.put(code("123456"));
        assertThat(redis.getExpire(KEY, TimeUnit.SECONDS)).isBetween(290L, 300L);
        redis.expireAt(KEY, RealRedis.SHARED.now());
        assertThat(take("123456")).isEqualTo(Taking.EXPIRED);
    }

    @Test
    void isDeadAfterFiveWrongTries() {
        codes.put(code("123456"));
        for (int i = 0; i < 5; i++) {
            assertThat(take("00000" + i)).isEqualTo(Taking.WRONG);
        }
        assertThat(take("123456")).isEqualTo(Taking.EXPIRED);
    }

    @Test
    void isRightAfterFourWrongTries() {
        codes.put(code("123456"));
        for (int i = 0; i < 4; i++) {
            assertThat(take("00000" + i)).isEqualTo(Taking.WRONG);
        }
        assertThat(take("123456")).isEqualTo(Taking.TAKEN);
    }

    @Test
    void losesExactlyFiveTriesToFortyWrongCallers() throws Exception {
        codes.put(code("123456"));
        var outcomes = Together.call(40, i -> take("%06d".formatted(i)));
        assertThat(outcomes).filteredOn(Taking.WRONG::equals).hasSize(5);
        assertThat(outcomes).filteredOn(Taking.EXPIRED::equals).hasSize(35);
        assertThat(redis.opsForHash().get(KEY, "tries")).isEqualTo("0");
    }

    @Test
    void isTakenByOneOfFortyRightCallers() throws Exception {
        codes.put(code("123456"));
        var outcomes = Together.call(40, i -> take("123456"));
        assertThat(outcomes).filteredOn(Taking.TAKEN::equals).hasSize(1);
    }

    @Test
    void servesOnlyItsPurposeAndItsNumber() {
        codes.put(code("123456"));
        assertThat(codes.take(new SmsCode(Purpose.LOGIN, MOBILE, "123456"), newTicket()))
                .isEqualTo(Taking.EXPIRED);
        assertThat(codes.take(new SmsCode(Purpose.REGISTER, new Mobile("13800000002"), "123456"), newTicket()))
                .isEqualTo(Taking.EXPIRED);
        assertThat(take("123456")).isEqualTo(Taking.TAKEN);
    }

    @Test
    void isNotMovedToAnotherPurposeByCopyingItInRedis() {
        codes.put(code("123456"));
        redis.rename(KEY, "smscode:reset:{13800000001}");
        assertThat(codes.take(new SmsCode(Purpose.RESET, MOBILE, "123456"), newTicket()))
                .isEqualTo(Taking.WRONG);
    }

    @Test
    void isUsableAgainWhenItsTakerGivesItBack() {
        codes.put(code("123456"));
        take("000000");
        Ticket ticket = newTicket();
        codes.take(code("123456"), ticket);

        assertThat(giveBack(newTicket())).isFalse();
        assertThat(take("123456")).isEqualTo(Taking.EXPIRED);
        assertThat(giveBack(ticket)).isTrue();
        assertThat(giveBack(ticket)).isFalse();
        assertThat(redis.opsForHash().get(KEY, "tries")).isEqualTo("4");
        assertThat(take("123456")).isEqualTo(Taking.TAKEN_AGAIN);
    }

    @Test
    void isNotGivenBackOverANewerCode() {
        codes.put(code("123456"));
        Ticket ticket = newTicket();
        codes.take(code("123456"), ticket);
        codes.put(code("654321"));

        assertThat(giveBack(ticket)).isFalse();
        assertThat(take("123456")).isEqualTo(Taking.WRONG);
        assertThat(take("654321")).isEqualTo(Taking.TAKEN);
        assertThat(giveBack(ticket)).isFalse();
    }

    @Test
    void isNotGivenBackWhenItWasNeverThere() {
        assertThat(giveBack(newTicket())).isFalse();
        assertThat(redis.hasKey(KEY)).isFalse();
    }

    @Test
    void isStillTakenWhenTheSameTicketAsksAgain() {
        codes.put(code("123456"));
        Ticket ticket = newTicket();
        assertThat(codes.take(code("123456"), ticket)).isEqualTo(Taking.TAKEN);
        assertThat(codes.take(code("123456"), ticket)).isEqualTo(Taking.TAKEN_AGAIN);
        assertThat(take("123456")).isEqualTo(Taking.EXPIRED);
        assertThat(redis.opsForHash().get(KEY, "tries")).isEqualTo("5");
    }

    @Test
    void isNotTakenWhenTheTicketWasGivenBackBefore() {
        codes.put(code("123456"));
        Ticket ticket = newTicket();
        assertThat(giveBack(ticket)).isFalse();
        assertThat(codes.take(code("123456"), ticket)).isEqualTo(Taking.EXPIRED);
        assertThat(take("123456")).isEqualTo(Taking.TAKEN);
    }

    @Test
    void isNotTakenAgainByATicketThatGaveItBack() {
        codes.put(code("123456"));
        Ticket ticket = newTicket();
        codes.take(code("123456"), ticket);
        giveBack(ticket);
        assertThat(codes.take(code("123456"), ticket)).isEqualTo(Taking.EXPIRED);
        assertThat(take("123456")).isEqualTo(Taking.TAKEN_AGAIN);
    }

    @Test
    void remembersATicketGivenBackNoLongerThanACodeLives() {
        Ticket ticket = newTicket();
        giveBack(ticket);
        assertThat(redis.getExpire(KEY + ":cancelled:" + ticket.value(), TimeUnit.SECONDS))
                .isBetween(290L, 300L);
    }

    @Test
    void isUsableWheneverItsTakerGivesItBackWhileFortyTakeAndGiveBackAtOnce() throws Exception {
        codes.put(code("123456"));
        Together.call(40, i -> {
            Ticket ticket = newTicket();
            return i % 2 == 0
                    ? List.of(giveBack(ticket), codes.take(code("123456"), ticket))
                    : List.of(codes.take(code("123456"), ticket), giveBack(ticket));
        });
        assertThat(take("123456")).isEqualTo(Taking.TAKEN_AGAIN);
    }

    @Test
    void isTakenForTheFirstTimeOnceHoweverManyTakeItAndGiveItBack() throws Exception {
        codes.put(code("123456"));
        var outcomes = Together.call(40, i -> {
            Ticket ticket = newTicket();
            Taking outcome = codes.take(code("123456"), ticket);
            giveBack(ticket);
            return outcome;
        });
        assertThat(outcomes).filteredOn(Taking.TAKEN::equals).hasSize(1);

        codes.put(code("654321"));
        codes.withdraw(code("654321"));
        assertThat(take("123456")).isEqualTo(Taking.TAKEN_AGAIN);
        codes.put(code("123456"));
        assertThat(take("123456")).isEqualTo(Taking.TAKEN);
    }

    @Test
    void isReplacedByANewerCodeWithTriesOfItsOwn() {
        codes.put(code("123456"));
        take("000000");
        codes.put(code("654321"));
        assertThat(take("123456")).isEqualTo(Taking.WRONG);
        assertThat(redis.opsForHash().get(KEY, "tries")).isEqualTo("4");
        assertThat(take("654321")).isEqualTo(Taking.TAKEN);
    }

    @Test
    void leavesTheOlderCodeAsItWasWhenWithdrawn() {
        codes.put(code("123456"));
        take("000000");
        redis.expire(KEY, Duration.ofSeconds(100));
        codes.put(code("654321"));
        codes.withdraw(code("654321"));

        assertThat(redis.getExpire(KEY, TimeUnit.SECONDS)).isBetween(90L, 100L);
        assertThat(take("654321")).isEqualTo(Taking.WRONG);
        assertThat(redis.opsForHash().get(KEY, "tries")).isEqualTo("3");
        assertThat(take("123456")).isEqualTo(Taking.TAKEN);
    }

    @Test
    void leavesNothingWhenWithdrawnAndNothingWasBefore() {
        codes.put(code("123456"));
        codes.withdraw(code("123456"));
        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void withdrawsNoCodeThatWasPutSince() {
        codes.put(code("123456"));
        codes.put(code("654321"));
        codes.withdraw(code("123456"));
        assertThat(take("654321")).isEqualTo(Taking.TAKEN);
    }

    @Test
    void bringsBackNoCodeThatDiedBefore() {
        codes.put(code("111111"));
        codes.put(code("222222"));
        redis.delete(KEY);
        codes.put(code("333333"));
        codes.withdraw(code("333333"));
        assertThat(take("111111")).isEqualTo(Taking.EXPIRED);
    }

    @Test
    void holdsNoCodeInTheClear() {
        codes.put(code("123456"));
        assertThat(redis.opsForHash().entries(KEY).toString()).doesNotContain("123456");
        assertThat(code("123456").toString()).doesNotContain("123456").doesNotContain("13800000001");
    }

    @Test
    void isAnyOfAMillion() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            seen.add(SmsCode.random(Purpose.REGISTER, MOBILE).digits());
        }
        assertThat(seen).allMatch(digits -> digits.matches("[0-9]{6}")).hasSizeGreaterThan(4_900);
        assertThat(seen).anyMatch(digits -> digits.startsWith("0")).anyMatch(digits -> digits.startsWith("9"));
    }

    private Taking take(String digits) {
        return codes.take(code(digits), newTicket());
    }

    private boolean giveBack(Ticket ticket) {
        return codes.giveBack(Purpose.REGISTER, MOBILE, ticket);
    }

    private static Ticket newTicket() {
        return new Ticket(UUID.randomUUID().toString());
    }

    private static SmsCode code(String digits) {
        return new SmsCode(Purpose.REGISTER, MOBILE, digits);
    }
}
