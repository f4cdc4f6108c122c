package io.passport.verify.smscode;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.common.pii.Mobile;
import io.passport.testing.concurrency.Simultaneously;
import io.passport.testing.server.RealRedis;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

class SmsCodesIT {

    private static final Mobile MOBILE = new Mobile("13800000001");
    private static final String KEY = "smscode:register:{13800000001}";

    private static final SmsCodeProperties SETTINGS = new SmsCodeProperties("a secret of thirty-two characters", 25);

    private final StringRedisTemplate redis = RealRedis.SHARED.template();
    private final SmsCodes codes = new SmsCodes(redis, new SmsCodeHmac(SETTINGS), SETTINGS);

    @BeforeEach
    void beginAnew() {
        RealRedis.SHARED.empty();
    }

    @Test
    void consumeWhenTooManyWrongTriesOfADayThenExpired() {
        for (int code = 0; code < 5; code++) {
            codes.put(code("123456"));
            for (int i = 0; i < 5; i++) {
                assertThat(consume("654321")).isEqualTo(VerificationResult.WRONG);
            }
        }
        codes.put(code("123456"));
        assertThat(consume("123456")).isEqualTo(VerificationResult.EXPIRED);
        assertThat(redis.getExpire(KEY + ":wrong")).isBetween(86_000L, 86_400L);
    }

    @Test
    void consumeWhenTheCodeIsRightThenConsumesOnce() {
        codes.put(code("123456"));
        assertThat(consume("123456")).isEqualTo(VerificationResult.CONSUMED);
        assertThat(consume("123456")).isEqualTo(VerificationResult.EXPIRED);
        assertThat(consume("654321")).isEqualTo(VerificationResult.EXPIRED);
    }

    @Test
    void consumeWhenThereIsNoCodeThenExpired() {
        assertThat(consume("123456")).isEqualTo(VerificationResult.EXPIRED);
        codes.put(code("123456"));
        assertThat(redis.getExpire(KEY, TimeUnit.SECONDS)).isBetween(290L, 300L);
        redis.expireAt(KEY, RealRedis.SHARED.now());
        assertThat(consume("123456")).isEqualTo(VerificationResult.EXPIRED);
    }

    @Test
    void consumeWhenFiveTriesWereWrongThenExpired() {
        codes.put(code("123456"));
        for (int i = 0; i < 5; i++) {
            assertThat(consume("00000" + i)).isEqualTo(VerificationResult.WRONG);
        }
        assertThat(consume("123456")).isEqualTo(VerificationResult.EXPIRED);
    }

    @Test
    void consumeWhenFourTriesWereWrongThenConsumes() {
        codes.put(code("123456"));
        for (int i = 0; i < 4; i++) {
            assertThat(consume("00000" + i)).isEqualTo(VerificationResult.WRONG);
        }
        assertThat(consume("123456")).isEqualTo(VerificationResult.CONSUMED);
    }

    @Test
    void consumeWhenFortyTryWrongCodesThenFiveTriesAreUsed() throws Exception {
        codes.put(code("123456"));
        var outcomes = Simultaneously.call(40, i -> consume("%06d".formatted(i)));
        assertThat(outcomes).filteredOn(VerificationResult.WRONG::equals).hasSize(5);
        assertThat(outcomes).filteredOn(VerificationResult.EXPIRED::equals).hasSize(35);
        assertThat(redis.opsForHash().get(KEY, "tries")).isEqualTo("0");
    }

    @Test
    void consumeWhenFortyTryTheRightCodeThenOneConsumes() throws Exception {
        codes.put(code("123456"));
        var outcomes = Simultaneously.call(40, i -> consume("123456"));
        assertThat(outcomes).filteredOn(VerificationResult.CONSUMED::equals).hasSize(1);
    }

    @Test
    void consumeWhenPurposeOrNumberDifferThenExpired() {
        codes.put(code("123456"));
        assertThat(codes.consume(new SmsCode(Purpose.LOGIN, MOBILE, "123456"), newConsumptionId()))
                .isEqualTo(VerificationResult.EXPIRED);
        assertThat(codes.consume(
                        new SmsCode(Purpose.REGISTER, new Mobile("13800000002"), "123456"), newConsumptionId()))
                .isEqualTo(VerificationResult.EXPIRED);
        assertThat(consume("123456")).isEqualTo(VerificationResult.CONSUMED);
    }

    @Test
    void consumeWhenCopiedToAnotherPurposeThenWrong() {
        codes.put(code("123456"));
        redis.rename(KEY, "smscode:reset:{13800000001}");
        assertThat(codes.consume(new SmsCode(Purpose.RESET, MOBILE, "123456"), newConsumptionId()))
                .isEqualTo(VerificationResult.WRONG);
    }

    @Test
    void releaseWhenConsumedThenTheCodeIsValidAgain() {
        codes.put(code("123456"));
        consume("000000");
        ConsumptionId consumptionId = newConsumptionId();
        codes.consume(code("123456"), consumptionId);

        assertThat(release(newConsumptionId())).isFalse();
        assertThat(consume("123456")).isEqualTo(VerificationResult.EXPIRED);
        assertThat(release(consumptionId)).isTrue();
        assertThat(release(consumptionId)).isFalse();
        assertThat(redis.opsForHash().get(KEY, "tries")).isEqualTo("4");
        assertThat(consume("123456")).isEqualTo(VerificationResult.CONSUMED_AGAIN);
    }

    @Test
    void releaseWhenANewerCodeExistsThenFalse() {
        codes.put(code("123456"));
        ConsumptionId consumptionId = newConsumptionId();
        codes.consume(code("123456"), consumptionId);
        codes.put(code("654321"));

        assertThat(release(consumptionId)).isFalse();
        assertThat(consume("123456")).isEqualTo(VerificationResult.WRONG);
        assertThat(consume("654321")).isEqualTo(VerificationResult.CONSUMED);
        assertThat(release(consumptionId)).isFalse();
    }

    @Test
    void releaseWhenThereIsNoCodeThenFalse() {
        assertThat(release(newConsumptionId())).isFalse();
        assertThat(redis.hasKey(KEY)).isFalse();
    }

    @Test
    void consumeWhenRepeatedThenSameResult() {
        codes.put(code("123456"));
        ConsumptionId consumptionId = newConsumptionId();
        assertThat(codes.consume(code("123456"), consumptionId)).isEqualTo(VerificationResult.CONSUMED);
        assertThat(codes.consume(code("123456"), consumptionId)).isEqualTo(VerificationResult.CONSUMED_AGAIN);
        assertThat(consume("123456")).isEqualTo(VerificationResult.EXPIRED);
        assertThat(redis.opsForHash().get(KEY, "tries")).isEqualTo("5");
    }

    @Test
    void consumeWhenTheIdIsCancelledThenExpired() {
        codes.put(code("123456"));
        ConsumptionId consumptionId = newConsumptionId();
        assertThat(release(consumptionId)).isFalse();
        assertThat(codes.consume(code("123456"), consumptionId)).isEqualTo(VerificationResult.EXPIRED);
        assertThat(consume("123456")).isEqualTo(VerificationResult.CONSUMED);
    }

    @Test
    void consumeWhenTheSameIdReleasedThenExpired() {
        codes.put(code("123456"));
        ConsumptionId consumptionId = newConsumptionId();
        codes.consume(code("123456"), consumptionId);
        release(consumptionId);
        assertThat(codes.consume(code("123456"), consumptionId)).isEqualTo(VerificationResult.EXPIRED);
        assertThat(consume("123456")).isEqualTo(VerificationResult.CONSUMED_AGAIN);
    }

    @Test
    void releaseWhenDoneThenTheMarkExpiresWithTheCode() {
        ConsumptionId consumptionId = newConsumptionId();
        release(consumptionId);
        assertThat(redis.getExpire(KEY + ":cancelled:" + consumptionId.value(), TimeUnit.SECONDS))
                .isBetween(290L, 300L);
    }

    @Test
    void releaseWhenFortyConsumeAndReleaseThenTheCodeStaysValid() throws Exception {
        codes.put(code("123456"));
        Simultaneously.call(40, i -> {
            ConsumptionId consumptionId = newConsumptionId();
            return i % 2 == 0
                    ? List.of(release(consumptionId), codes.consume(code("123456"), consumptionId))
                    : List.of(codes.consume(code("123456"), consumptionId), release(consumptionId));
        });
        assertThat(consume("123456")).isEqualTo(VerificationResult.CONSUMED_AGAIN);
    }

    @Test
    void consumeWhenManyConsumeAndReleaseThenOneIsTheFirst() throws Exception {
        codes.put(code("123456"));
        var outcomes = Simultaneously.call(40, i -> {
            ConsumptionId consumptionId = newConsumptionId();
            VerificationResult outcome = codes.consume(code("123456"), consumptionId);
            release(consumptionId);
            return outcome;
        });
        assertThat(outcomes).filteredOn(VerificationResult.CONSUMED::equals).hasSize(1);

        codes.put(code("654321"));
        codes.withdraw(code("654321"));
        assertThat(consume("123456")).isEqualTo(VerificationResult.CONSUMED_AGAIN);
        codes.put(code("123456"));
        assertThat(consume("123456")).isEqualTo(VerificationResult.CONSUMED);
    }

    @Test
    void putWhenACodeExistsThenReplacesItWithNewTries() {
        codes.put(code("123456"));
        consume("000000");
        codes.put(code("654321"));
        assertThat(consume("123456")).isEqualTo(VerificationResult.WRONG);
        assertThat(redis.opsForHash().get(KEY, "tries")).isEqualTo("4");
        assertThat(consume("654321")).isEqualTo(VerificationResult.CONSUMED);
    }

    @Test
    void withdrawWhenACodeWasReplacedThenRestoresIt() {
        codes.put(code("123456"));
        consume("000000");
        redis.expire(KEY, Duration.ofSeconds(100));
        codes.put(code("654321"));
        codes.withdraw(code("654321"));

        assertThat(redis.getExpire(KEY, TimeUnit.SECONDS)).isBetween(90L, 100L);
        assertThat(consume("654321")).isEqualTo(VerificationResult.WRONG);
        assertThat(redis.opsForHash().get(KEY, "tries")).isEqualTo("3");
        assertThat(consume("123456")).isEqualTo(VerificationResult.CONSUMED);
    }

    @Test
    void withdrawWhenThereWasNoOlderCodeThenNothingIsLeft() {
        codes.put(code("123456"));
        codes.withdraw(code("123456"));
        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void withdrawWhenANewerCodeExistsThenKeepsIt() {
        codes.put(code("123456"));
        codes.put(code("654321"));
        codes.withdraw(code("123456"));
        assertThat(consume("654321")).isEqualTo(VerificationResult.CONSUMED);
    }

    @Test
    void withdrawWhenTheOlderCodeExpiredThenNothingIsLeft() {
        codes.put(code("111111"));
        codes.put(code("222222"));
        redis.delete(KEY);
        codes.put(code("333333"));
        codes.withdraw(code("333333"));
        assertThat(consume("111111")).isEqualTo(VerificationResult.EXPIRED);
    }

    @Test
    void putWhenStoredThenRedisDoesNotContainTheDigits() {
        codes.put(code("123456"));
        assertThat(redis.opsForHash().entries(KEY).toString()).doesNotContain("123456");
        assertThat(code("123456").toString()).doesNotContain("123456").doesNotContain("13800000001");
    }

    @Test
    void randomWhenCalledOftenThenUsesAllDigits() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            seen.add(SmsCode.random(Purpose.REGISTER, MOBILE).digits());
        }
        assertThat(seen).allMatch(digits -> digits.matches("[0-9]{6}")).hasSizeGreaterThan(4_900);
        assertThat(seen).anyMatch(digits -> digits.startsWith("0")).anyMatch(digits -> digits.startsWith("9"));
    }

    private VerificationResult consume(String digits) {
        return codes.consume(code(digits), newConsumptionId());
    }

    private boolean release(ConsumptionId consumptionId) {
        return codes.release(Purpose.REGISTER, MOBILE, consumptionId);
    }

    private static ConsumptionId newConsumptionId() {
        return new ConsumptionId(UUID.randomUUID().toString());
    }

    private static SmsCode code(String digits) {
        return new SmsCode(Purpose.REGISTER, MOBILE, digits);
    }
}
