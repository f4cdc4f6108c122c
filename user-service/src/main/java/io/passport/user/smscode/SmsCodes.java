package io.passport.user.smscode;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.pii.Mobile;
import io.passport.user.password.PasswordHashing;
import io.passport.user.remote.TimeLimits;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.client.circuitbreaker.NoFallbackAvailableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Spends SMS codes: each for one act, and only if that was decided. */
@Component
public class SmsCodes {

    private static final Logger LOG = LoggerFactory.getLogger(SmsCodes.class);
    /** The refusals that tell who holds the code something: a second answer costs a second code. */
    private static final Set<ErrorCode> ANSWERS = EnumSet.of(ErrorCode.DATAEXIST, ErrorCode.USERERR);

    private final VerifyServiceClient verifyService;
    private final SmsCodeRelease release;

    SmsCodes(
            VerifyServiceClient verifyService,
            SmsCodeRelease release,
            PasswordHashing hashing,
            TimeLimits limits,
            @Value("${spring.cloud.openfeign.client.config.default.connect-timeout}") long connectMillis,
            @Value("${spring.cloud.openfeign.client.config.default.read-timeout}") long readMillis) {
        Duration call = Duration.ofMillis(connectMillis + readMillis);
        limits.check("spring.cloud.openfeign.client.config.default", call, "verify-service");
        limits.checkWait(
                "spring.cloud.openfeign.client.config.default and passport.password-hashing.max-wait together",
                call.plus(hashing.maxWait()).plus(SmsCodeRelease.MAX_WAIT));
        this.verifyService = verifyService;
        this.release = release;
    }

    /**
     * Takes the code, so that from now on nobody else can, and does what it was sent for. The code is given back for its
     * remaining time when the act failed, but not when it was refused by {@code 4003} or {@code 4104}: those are answers.
     *
     * @return what the act returns
     * @throws ApiException {@code 4002} expired, {@code 4004} wrong, {@code 4301} verify-service is unavailable; or the act's own
     * @throws org.springframework.dao.DataAccessException when the code could not be looked up; or the act's own
     */
    public <T> T consume(Purpose purpose, Mobile mobile, SmsCode code, Supplier<T> act) {
        CodeReservation reservation = CodeReservation.of(purpose, mobile, code);
        requireConsumed(reservation);
        try {
            return act.get();
        } catch (RuntimeException failed) {
            if (!isAnswer(failed)) {
                release.release(reservation);
            }
            throw failed;
        }
    }

    private void requireConsumed(CodeReservation code) {
        switch (ask(code)) {
            case "CONSUMED" -> {}
            case "EXPIRED" -> throw ApiException.of(ErrorCode.NODATA, "短信验证码已过期");
            case "WRONG" -> throw ApiException.of(ErrorCode.DATAERR, "短信验证码错误");
            case null, default -> {
                release.release(code);
                throw new DataAccessResourceFailureException("verify-service could not look an SMS code up");
            }
        }
    }

    private @Nullable String ask(CodeReservation code) {
        try {
            return verifyService.consume(code.consumeRequest()).outcome();
        } catch (NoFallbackAvailableException unavailable) {
            LOG.warn("verify-service is unavailable", unavailable);
            release.release(code);
            throw ApiException.of(ErrorCode.THIRDERR, "短信验证服务暂不可用");
        }
    }

    private static boolean isAnswer(RuntimeException failed) {
        return failed instanceof ApiException refusal && ANSWERS.contains(refusal.code());
    }
}
