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

    private final VerifyService verifyService;
    private final GivingBack givingBack;

    SmsCodes(
            VerifyService verifyService,
            GivingBack givingBack,
            PasswordHashing hashing,
            TimeLimits limits,
            @Value("${spring.cloud.openfeign.client.config.default.connect-timeout}") long connectMillis,
            @Value("${spring.cloud.openfeign.client.config.default.read-timeout}") long readMillis) {
        Duration call = Duration.ofMillis(connectMillis + readMillis);
        limits.check("spring.cloud.openfeign.client.config.default", call, "verify-service");
        limits.checkWait(
                "spring.cloud.openfeign.client.config.default and passport.password-hashing.patience together",
                call.plus(hashing.patience()).plus(GivingBack.PATIENCE));
        this.verifyService = verifyService;
        this.givingBack = givingBack;
    }

    /**
     * Takes the code, so that from now on nobody else can, and does what it was sent for. The code is given back for its
     * remaining time when the act failed, but not when it was refused by {@code 4003} or {@code 4104}: those are answers.
     *
     * @return what the act returns
     * @throws ApiException {@code 4002} expired, {@code 4004} wrong, {@code 4301} verify-service is away; or the act's own
     * @throws org.springframework.dao.DataAccessException when the code could not be looked up; or the act's own
     */
    public <T> T spend(Purpose purpose, Mobile mobile, SmsCode code, Supplier<T> act) {
        TakenCode taken = TakenCode.of(purpose, mobile, code);
        take(taken);
        try {
            return act.get();
        } catch (RuntimeException failed) {
            if (!isAnswer(failed)) {
                givingBack.of(taken);
            }
            throw failed;
        }
    }

    private void take(TakenCode code) {
        switch (ask(code)) {
            case "TAKEN" -> {}
            case "EXPIRED" -> throw ApiException.of(ErrorCode.NODATA, "短信验证码已过期");
            case "WRONG" -> throw ApiException.of(ErrorCode.DATAERR, "短信验证码错误");
            case null, default -> {
                givingBack.of(code);
                throw new DataAccessResourceFailureException("verify-service could not look an SMS code up");
            }
        }
    }

    private @Nullable String ask(TakenCode code) {
        try {
            return verifyService.take(code.take()).outcome();
        } catch (NoFallbackAvailableException away) {
            LOG.warn("verify-service is away", away);
            givingBack.of(code);
            throw ApiException.of(ErrorCode.THIRDERR, "短信验证服务暂不可用");
        }
    }

    private static boolean isAnswer(RuntimeException failed) {
        return failed instanceof ApiException refusal && ANSWERS.contains(refusal.code());
    }
}
